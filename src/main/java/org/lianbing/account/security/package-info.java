/** The doors: filter chains, bearer tokens, remembered sign-ins. */
@NullMarked
package org.lianbing.account.security;

import org.jspecify.annotations.NullMarked;
