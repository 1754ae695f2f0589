/** Tables of the marking of exams. */
@NullMarked
package org.lianbing.exam.marking.store;

import org.jspecify.annotations.NullMarked;
