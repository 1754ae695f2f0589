/** Papers as people write them: numbered questions, options by letters, answers below, inside or in a table at the end. */
@NullMarked
package org.lianbing.bank.exchange.paper;

import org.jspecify.annotations.NullMarked;
