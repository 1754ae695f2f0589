/** Outlines on their way in: imported, looked at, mended, compared and committed as a new edition. */
@NullMarked
package org.lianbing.trade.editing;

import org.jspecify.annotations.NullMarked;
