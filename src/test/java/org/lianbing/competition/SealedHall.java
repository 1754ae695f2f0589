package org.lianbing.competition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Review;
import org.lianbing.bank.SealedContests;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Blueprint;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestSolving;

/** A contest whose one item is sealed, sat by one worker who has handed in: it is over, and nothing is out. */
@Component
public class SealedHall {

    /**
     * What stands.
     *
     * @param unit that of all of them
     * @param setter who wrote the item
     * @param other who reviewed it
     * @param set that holds it
     * @param stem of the item
     */
    public record Hall(
            Competition competition,
            UnitId unit,
            Actor organizer,
            Actor setter,
            Actor other,
            SealedSetId set,
            String stem) {}

    private final TestCity city;
    private final TestSolving solving;
    private final Contest contest;
    private final SealedSets sets;
    private final SealedContests sealed;
    private final Review review;
    private final Admission admission;
    private final JdbcClient jdbc;

    SealedHall(
            TestCity city,
            TestSolving solving,
            Contest contest,
            SealedSets sets,
            SealedContests sealed,
            Review review,
            Admission admission,
            JdbcClient jdbc) {
        this.city = city;
        this.solving = solving;
        this.contest = contest;
        this.sets = sets;
        this.sealed = sealed;
        this.review = review;
        this.admission = admission;
        this.jdbc = jdbc;
    }

    /** With a judgement. */
    public Hall done() {
        return done(new Interaction.TrueFalse(true));
    }

    /** With an item of this kind. */
    public Hall done(Interaction asked) {
        UnitId unit = city.enterprise();
        Actor organizer = city.actor(unit, Role.ORGANIZER);
        Actor setter = city.actor(unit, Role.TRAINER);
        Actor other = city.actor(unit, Role.TRAINER);
        PersonId worker = city.person(unit);
        String stem = "密题答案之" + city.number();
        SealedSetId set = sets.create(setter, "决赛密题" + city.number(), List.of(other.person()));
        ItemId item = sets.draft(setter, set, draft(stem, asked));
        solving.rightly(other, item);
        review.publish(other, item);
        sealed.permit(setter, set, organizer.person());
        Competition competition = contest.open(
                organizer, asking(contest.draft(contest.running(), ReleaseRule.MANUAL, worker), asked.type(), set));
        contest.handIn(admission.start(worker, Contest.exam(competition), "", contest.now()));
        jdbc.sql("update exam.exam set closes_at = now(), over_at = now() where id = ?")
                .param(Contest.exam(competition).value())
                .update();
        return new Hall(competition, unit, organizer, setter, other, set, stem);
    }

    private ItemDraft draft(String stem, Interaction asked) {
        return new ItemDraft(
                null,
                contest.trade(),
                Set.of(Level.INTERMEDIATE),
                Set.of(),
                new ItemContent(stem, asked, "", 2),
                Secrecy.SEALED,
                Origin.NONE);
    }

    private static CompetitionDraft asking(CompetitionDraft plain, ItemType type, SealedSetId set) {
        return new CompetitionDraft(
                plain.name() + set,
                plain.trade(),
                plain.level(),
                plain.window(),
                List.of(new Blueprint.Section(type, 1, BigDecimal.TEN, null, set)),
                plain.paperRules(),
                plain.admitted(),
                plain.results(),
                plain.liveBoard(),
                plain.aids());
    }
}
