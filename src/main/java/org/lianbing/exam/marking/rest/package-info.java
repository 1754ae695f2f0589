/** What programs ask of the marking of exams. */
@NullMarked
package org.lianbing.exam.marking.rest;

import org.jspecify.annotations.NullMarked;
