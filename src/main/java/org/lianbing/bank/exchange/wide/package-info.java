/** The wide family of Excel files: one row an item, a column for each option. */
@NullMarked
package org.lianbing.bank.exchange.wide;

import org.jspecify.annotations.NullMarked;
