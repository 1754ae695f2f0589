/** People, accounts and tokens over HTTP. */
@NullMarked
package org.lianbing.account.rest;

import org.jspecify.annotations.NullMarked;
