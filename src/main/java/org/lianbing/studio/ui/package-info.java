/** Pages of studios. */
@NullMarked
package org.lianbing.studio.ui;

import org.jspecify.annotations.NullMarked;
