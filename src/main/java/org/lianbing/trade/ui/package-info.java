/** Pages of outlines: the editions, their differences, and the workbench where a workbook is mended. */
@NullMarked
package org.lianbing.trade.ui;

import org.jspecify.annotations.NullMarked;
