/** Acts on hundreds of items at once: recorded as one, told item by item, taken back where nothing came after. */
@NullMarked
package org.lianbing.bank.bulk;

import org.jspecify.annotations.NullMarked;
