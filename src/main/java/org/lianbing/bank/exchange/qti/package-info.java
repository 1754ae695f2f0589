/** QTI 2.1, 2.2 and 3.0 of 1EdTech: single items and content packages, in; 3.0 packages, out. */
@NullMarked
package org.lianbing.bank.exchange.qti;

import org.jspecify.annotations.NullMarked;
