package org.lianbing.home;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.course.CourseCard;
import org.lianbing.exam.MyExam;
import org.lianbing.practice.PracticePage;
import org.lianbing.trade.Trade;

/**
 * What a person finds on the first page.
 *
 * @param now when it was put together
 * @param trade what they work as, or null
 * @param level the level they hold, or null
 * @param practice how far their practice is
 * @param exams exams that run or come, the next one first
 * @param courses courses they have begun, or else the newest
 * @param desk what waits at their desk
 */
public record Morning(
        Instant now,
        @Nullable Trade trade,
        @Nullable Level level,
        PracticePage practice,
        List<MyExam> exams,
        List<CourseCard> courses,
        Desk desk) {

    /**
     * What waits for those with further roles; a figure is 0 without the role.
     *
     * @param items items of the trainer's trades
     * @param drafts drafts among them
     * @param toReview items that wait for a reviewer
     * @param competitions competitions of the organizer's units
     */
    public record Desk(long items, long drafts, long toReview, long competitions) {}

    public Morning {
        exams = List.copyOf(exams);
        courses = List.copyOf(courses);
    }
}
