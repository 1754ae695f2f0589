/** SQL of the exam schema. */
@NullMarked
package org.lianbing.exam.store;

import org.jspecify.annotations.NullMarked;
