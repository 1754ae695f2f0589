/** SQL of the account schema. */
@NullMarked
package org.lianbing.account.store;

import org.jspecify.annotations.NullMarked;
