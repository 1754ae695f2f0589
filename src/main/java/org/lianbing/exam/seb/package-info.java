/** Safe Exam Browser: its configuration files, their keys, and what a request proves. */
@NullMarked
package org.lianbing.exam.seb;

import org.jspecify.annotations.NullMarked;
