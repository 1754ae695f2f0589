package org.lianbing.practice;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.OwnSheet;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Pool;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Grant;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;
import org.lianbing.practice.store.PracticalTable;

/**
 * Practical tasks that workers scored themselves, and trainers who confirm them. A trainer sees those of the own trades
 * from the own units, and never the own work.
 */
@Service
public class Practicals {

    /** How long a word to the worker may be. */
    public static final int LONGEST_WORD = 300;

    private static final int PLACES = 2;
    private static final int SHOWN = 30;

    private final PracticalTable practicals;
    private final Attempts attempts;
    private final People people;
    private final Units units;
    private final Pool pool;
    private final ItemText text;
    private final Inbox inbox;
    private final AuditLog audit;
    private final Clock clock;

    Practicals(
            PracticalTable practicals,
            Attempts attempts,
            People people,
            Units units,
            Pool pool,
            ItemText text,
            Inbox inbox,
            AuditLog audit,
            Clock clock) {
        this.practicals = practicals;
        this.attempts = attempts;
        this.people = people;
        this.units = units;
        this.pool = pool;
        this.text = text;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts the score sheets of an item of a drill into the queue; told again, or for any other item, it changes nothing. */
    void queue(AttemptId attempt, int slot) {
        attempts.ownSheets(attempt, slot).forEach(sheet -> queue(attempt, sheet));
    }

    private void queue(AttemptId attempt, OwnSheet sheet) {
        PersonName person = people.names(List.of(sheet.person())).get(sheet.person());
        if (person != null) {
            practicals.insert(new Practical(
                    attempt,
                    sheet.slot(),
                    sheet.part(),
                    sheet.person(),
                    person.unit(),
                    sheet.item(),
                    sheet.version(),
                    sheet.trade(),
                    sheet.points(),
                    sheet.of(),
                    sheet.took(),
                    clock.instant(),
                    null));
        }
    }

    /** What waits for the trainer, longest first. */
    @PreAuthorize("hasRole('TRAINER')")
    public Paged<PracticalLine> waiting(Actor trainer, PageOf page) {
        trainer.require(Role.TRAINER);
        Paged<Practical> found = practicals.waiting(scopes(trainer), trainer.person(), page);
        Map<PersonId, PersonName> names =
                people.names(found.rows().stream().map(Practical::person).toList());
        Map<UnitId, Unit> homes =
                units.find(found.rows().stream().map(Practical::unit).collect(Collectors.toSet()));
        Map<ItemVersionId, ItemVersion> versions =
                pool.versions(found.rows().stream().map(Practical::version).collect(Collectors.toSet()));
        return found.map(one -> line(one, names.get(one.person()), homes.get(one.unit()), versions.get(one.version())));
    }

    private PracticalLine line(
            Practical practical, @Nullable PersonName name, @Nullable Unit unit, @Nullable ItemVersion version) {
        return new PracticalLine(
                practical,
                name == null ? "" : name.name(),
                unit == null ? "" : unit.name(),
                version == null ? "" : text.plain(task(practical, version)));
    }

    /**
     * Says what a task is worth.
     *
     * @param points of the score sheet, to the cent; null where the work cannot be confirmed
     * @param word to the worker, at most {@link #LONGEST_WORD} characters; needed where it is not confirmed
     * @throws Problem not found, where it is none of the trainer's; conflict, where it was decided before
     */
    @PreAuthorize("hasRole('TRAINER')")
    @Transactional
    public void decide(Actor trainer, AttemptId attempt, int slot, @Nullable BigDecimal points, String word) {
        trainer.require(Role.TRAINER);
        Practical practical = practicals
                .find(attempt, slot)
                .filter(found -> !found.person().equals(trainer.person()))
                .filter(found -> reaches(trainer, found))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        String said = word.strip();
        if (said.length() > LONGEST_WORD || points == null && said.isEmpty()) {
            throw Problem.invalid("practice.practical.word", LONGEST_WORD);
        }
        if (points != null
                && (points.signum() < 0
                        || points.compareTo(practical.ofPoints()) > 0
                        || points.stripTrailingZeros().scale() > PLACES)) {
            throw Problem.invalid("practice.practical.points", plain(practical.ofPoints()));
        }
        if (!practicals.decide(
                attempt, slot, new Practical.Decision(points, said, trainer.person(), clock.instant()))) {
            throw Problem.conflict("practice.practical.decided");
        }
        tell(practical, points, said);
        audit.record(
                trainer,
                points == null ? "practice.practical-not-confirmed" : "practice.practical-confirmed",
                "person",
                practical.person().value(),
                points == null
                        ? said
                        : points.toPlainString() + " / " + practical.ofPoints().toPlainString());
    }

    /** The worker reads what was said, with a way to the drill. */
    private void tell(Practical practical, @Nullable BigDecimal points, String said) {
        ItemVersion task = pool.versions(List.of(practical.version())).get(practical.version());
        String stem = task == null ? "" : text.plain(task(practical, task));
        String shown = stem.length() <= SHOWN ? stem : stem.substring(0, SHOWN) + "…";
        String link = "practice/results/" + practical.attempt();
        inbox.send(
                practical.person(),
                points == null
                        ? new NoticeDraft("practice.notice.returned", List.of(shown), said, link)
                        : new NoticeDraft(
                                "practice.notice.confirmed",
                                List.of(shown, plain(points), plain(practical.ofPoints())),
                                said,
                                link));
    }

    /** What was to be done: the stem of the item, or of the part of a 案例. */
    private static String task(Practical practical, ItemVersion version) {
        Integer part = practical.part();
        return part != null && version.content().interaction() instanceof Interaction.Case(var parts)
                ? parts.get(part - 1).stem()
                : version.content().stem();
    }

    private static String plain(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }

    /** What came of the practical tasks of a drill; the caller has made sure whose drill it is. */
    List<Practical> of(AttemptId attempt) {
        return practicals.of(attempt);
    }

    private List<PracticalTable.Scope> scopes(Actor trainer) {
        return grants(trainer)
                .flatMap(grant -> units.within(List.of(grant.unit())).stream()
                        .flatMap(unit -> grant.trades().isEmpty()
                                ? Stream.of(new PracticalTable.Scope(unit, null))
                                : grant.trades().stream().map(trade -> new PracticalTable.Scope(unit, trade))))
                .toList();
    }

    private boolean reaches(Actor trainer, Practical practical) {
        return grants(trainer)
                .filter(grant -> grant.reaches(practical.trade()))
                .anyMatch(grant -> units.within(List.of(grant.unit())).contains(practical.unit()));
    }

    private static Stream<Grant> grants(Actor trainer) {
        return trainer.grants().stream().filter(grant -> grant.role() == Role.TRAINER);
    }
}
