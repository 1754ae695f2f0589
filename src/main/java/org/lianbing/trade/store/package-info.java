/** SQL of the trade schema. */
@NullMarked
package org.lianbing.trade.store;

import org.jspecify.annotations.NullMarked;
