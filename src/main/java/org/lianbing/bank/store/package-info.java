/** SQL of the bank schema. */
@NullMarked
package org.lianbing.bank.store;

import org.jspecify.annotations.NullMarked;
