/** What a question bank in files must fulfil before it is worth loading: {@code ./lianbing check-bank}. */
@NullMarked
package org.lianbing.bank.check;

import org.jspecify.annotations.NullMarked;
