/** Moodle's GIFT and its little sister Aiken, both plain text. */
@NullMarked
package org.lianbing.bank.exchange.gift;

import org.jspecify.annotations.NullMarked;
