/** SQL of what was typed and not saved. */
@NullMarked
package org.lianbing.bank.scratch.store;

import org.jspecify.annotations.NullMarked;
