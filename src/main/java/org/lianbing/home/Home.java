package org.lianbing.home;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.account.People;
import org.lianbing.account.Person;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.Items;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.competition.Competitions;
import org.lianbing.course.CourseCard;
import org.lianbing.course.Courses;
import org.lianbing.exam.Admission;
import org.lianbing.exam.MyExam;
import org.lianbing.practice.Practice;
import org.lianbing.trade.Trades;

/** Puts the first page together from what the other modules know. */
@Service
public class Home {

    private static final int FEW = 3;

    private final Practice practice;
    private final Admission admission;
    private final Courses courses;
    private final Items items;
    private final Competitions competitions;
    private final People people;
    private final Trades trades;
    private final Clock clock;

    Home(
            Practice practice,
            Admission admission,
            Courses courses,
            Items items,
            Competitions competitions,
            People people,
            Trades trades,
            Clock clock) {
        this.practice = practice;
        this.admission = admission;
        this.courses = courses;
        this.items = items;
        this.competitions = competitions;
        this.people = people;
        this.trades = trades;
        this.clock = clock;
    }

    /** The first page of a person. */
    public Morning morning(Actor actor) {
        Instant now = clock.instant();
        Person person = people.get(actor, actor.person());
        return new Morning(
                now,
                person.trade() == null ? null : trades.get(person.trade()),
                person.level(),
                practice.page(actor),
                ahead(actor, now),
                learning(actor),
                desk(actor));
    }

    private List<MyExam> ahead(Actor actor, Instant now) {
        return admission.mine(actor.person(), now).stream()
                .filter(MyExam::isAhead)
                .sorted(Comparator.comparing(
                        mine -> mine.exam().draft().window().opensAt()))
                .limit(FEW)
                .toList();
    }

    private List<CourseCard> learning(Actor actor) {
        List<CourseCard> begun = courses.begun(actor, FEW);
        return begun.isEmpty()
                ? courses.published(actor, null, new PageOf(0, FEW)).rows()
                : begun;
    }

    private Morning.Desk desk(Actor actor) {
        boolean trainer = actor.has(Role.TRAINER);
        return new Morning.Desk(
                trainer ? count(actor, null) : 0,
                trainer ? count(actor, ItemState.DRAFT) : 0,
                actor.has(Role.REVIEWER) ? count(actor, ItemState.IN_REVIEW) : 0,
                actor.has(Role.ORGANIZER)
                        ? competitions.find(actor, null, new PageOf(0, 1)).total()
                        : 0);
    }

    private long count(Actor actor, @Nullable ItemState state) {
        return items.find(actor, new ItemQuery("", null, null, null, state), new PageOf(0, 1))
                .total();
    }
}
