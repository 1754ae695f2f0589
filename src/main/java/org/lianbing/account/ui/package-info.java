/** Signing in, activating an account, and the pages on which an administrator looks after people. */
@NullMarked
package org.lianbing.account.ui;

import org.jspecify.annotations.NullMarked;
