package org.lianbing.course;

/** A course is written as a draft and seen by learners once published. */
public enum CourseState {
    DRAFT,
    PUBLISHED
}
