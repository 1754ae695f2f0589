/** What stands between an account and its misuse: who may act, held in memory; open sessions; throttling of guesses. */
@NullMarked
package org.lianbing.account.guard;

import org.jspecify.annotations.NullMarked;
