/** Outlines over HTTP. */
@NullMarked
package org.lianbing.trade.rest;

import org.jspecify.annotations.NullMarked;
