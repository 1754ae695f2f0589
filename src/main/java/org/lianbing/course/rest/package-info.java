/** Courses and lessons over HTTP. */
@NullMarked
package org.lianbing.course.rest;

import org.jspecify.annotations.NullMarked;
