/** The first page of each role. */
@NullMarked
package org.lianbing.home.ui;

import org.jspecify.annotations.NullMarked;
