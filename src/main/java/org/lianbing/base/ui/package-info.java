/** The frame around every view and the few components that all of them share. */
@NullMarked
package org.lianbing.base.ui;

import org.jspecify.annotations.NullMarked;
