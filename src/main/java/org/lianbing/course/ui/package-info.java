/** Pages of courses and lessons, for learners and for hosts. */
@NullMarked
package org.lianbing.course.ui;

import org.jspecify.annotations.NullMarked;
