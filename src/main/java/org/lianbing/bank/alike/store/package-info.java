/** SQL of what is alike. */
@NullMarked
package org.lianbing.bank.alike.store;

import org.jspecify.annotations.NullMarked;
