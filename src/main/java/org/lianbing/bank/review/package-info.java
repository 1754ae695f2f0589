/** Work on items in review: packets, the blind solve, the thread, sampling. */
@NullMarked
package org.lianbing.bank.review;

import org.jspecify.annotations.NullMarked;
