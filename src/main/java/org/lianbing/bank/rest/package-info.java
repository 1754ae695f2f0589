/** Trades and items over HTTP. */
@NullMarked
package org.lianbing.bank.rest;

import org.jspecify.annotations.NullMarked;
