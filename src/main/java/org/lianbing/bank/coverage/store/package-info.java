/** SQL of the coverage map. */
@NullMarked
package org.lianbing.bank.coverage.store;

import org.jspecify.annotations.NullMarked;
