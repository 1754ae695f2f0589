/** SQL of review. */
@NullMarked
package org.lianbing.bank.review.store;

import org.jspecify.annotations.NullMarked;
