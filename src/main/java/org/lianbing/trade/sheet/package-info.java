/** Reads outlines from workbooks in the layouts of the provinces, and writes them. */
@NullMarked
package org.lianbing.trade.sheet;

import org.jspecify.annotations.NullMarked;
