/** What a reader of a file format must do, and what it hands over: questions as it found them. */
@NullMarked
package org.lianbing.bank.exchange.format;

import org.jspecify.annotations.NullMarked;
