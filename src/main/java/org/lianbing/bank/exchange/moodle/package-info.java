/** Moodle's XML, in and out. */
@NullMarked
package org.lianbing.bank.exchange.moodle;

import org.jspecify.annotations.NullMarked;
