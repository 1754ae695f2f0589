/** Trades and outlines as they stand in the files of the question bank. */
@NullMarked
package org.lianbing.trade.disk;

import org.jspecify.annotations.NullMarked;
