package org.lianbing.course;

import org.lianbing.base.TradeId;

/**
 * A course.
 *
 * @param id which
 * @param title its title
 * @param summary what one learns; may be empty
 * @param trade for which trade
 * @param host who gives it
 * @param state whether learners see it
 * @param lessons how many lessons it has
 */
public record Course(
        CourseId id, String title, String summary, TradeId trade, HostId host, CourseState state, int lessons) {}
