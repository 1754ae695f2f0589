/** SQL of the imports. */
@NullMarked
package org.lianbing.bank.exchange.store;

import org.jspecify.annotations.NullMarked;
