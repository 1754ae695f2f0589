/** Trades and outlines as they stand in the files of the question bank. */
@NullMarked
@NamedInterface("disk")
package org.lianbing.trade.disk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
