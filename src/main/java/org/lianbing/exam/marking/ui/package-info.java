/** Views of the marking of exams: the marker's queues and desk, and the organizer's page. */
@NullMarked
package org.lianbing.exam.marking.ui;

import org.jspecify.annotations.NullMarked;
