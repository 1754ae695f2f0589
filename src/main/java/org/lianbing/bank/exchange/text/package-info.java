/** Texts of other formats turned into the Markdown of items. */
@NullMarked
package org.lianbing.bank.exchange.text;

import org.jspecify.annotations.NullMarked;
