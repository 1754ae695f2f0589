/** Items coming in from files and going out into files. */
@NullMarked
package org.lianbing.bank.exchange;

import org.jspecify.annotations.NullMarked;
