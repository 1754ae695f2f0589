/** What an item of each type must fulfil before the bank takes it. */
@NullMarked
package org.lianbing.bank.rules;

import org.jspecify.annotations.NullMarked;
