/** Import and export over HTTP. */
@NullMarked
package org.lianbing.bank.exchange.rest;

import org.jspecify.annotations.NullMarked;
