/** Pages of practice: drills and the mistake book. */
@NullMarked
package org.lianbing.practice.ui;

import org.jspecify.annotations.NullMarked;
