package org.lianbing.course;

/**
 * Who gives a course.
 *
 * @param id which
 * @param studio the studio's name
 * @param person the host's name
 * @param url the studio's page, such as {@code /studios/…}
 */
public record Host(HostId id, String studio, String person, String url) {}
