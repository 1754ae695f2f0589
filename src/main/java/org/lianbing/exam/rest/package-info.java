/** What candidates' devices ask of exams. */
@NullMarked
package org.lianbing.exam.rest;

import org.jspecify.annotations.NullMarked;
