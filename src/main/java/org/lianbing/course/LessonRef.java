package org.lianbing.course;

/**
 * A lesson as other pages point to it.
 *
 * @param id which
 * @param title its title
 * @param course the title of its course
 * @param studio the studio that gives it; empty where it is gone
 * @param host the name of the studio's host; empty where it is gone
 * @param url its page
 */
public record LessonRef(LessonId id, String title, String course, String studio, String host, String url) {}
