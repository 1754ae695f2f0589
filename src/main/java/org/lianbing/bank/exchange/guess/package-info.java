/** Guesses what a question tests by what it says, so that a person only has to agree. */
@NullMarked
package org.lianbing.bank.exchange.guess;

import org.jspecify.annotations.NullMarked;
