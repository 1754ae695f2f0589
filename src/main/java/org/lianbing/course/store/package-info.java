/** SQL of the course schema. */
@NullMarked
package org.lianbing.course.store;

import org.jspecify.annotations.NullMarked;
