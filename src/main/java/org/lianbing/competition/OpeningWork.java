package org.lianbing.competition;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.account.Accounts;
import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.OwnThread;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.competition.store.OpeningTable;
import org.lianbing.competition.store.OpeningTable.Begun;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;
import org.lianbing.paper.PaperFreezer;

/**
 * Goes on with openings that take longer than somebody waits. It works from what stands in the database alone, a commit
 * for some forms each: an end at any moment costs what was not committed, and every node may work at the same opening.
 */
@Component
class OpeningWork {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningWork.class);

    /** How often something may fail that may pass by itself, a second apart each. */
    static final int MOST_FAILURES = 10;

    private final CompetitionTable competitions;
    private final OpeningTable openings;
    private final PaperMaking making;
    private final OpeningEnd end;
    private final Accounts accounts;
    private final People people;
    private final Inbox inbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    /** For what stands whatever becomes of the transaction around it. */
    private final TransactionTemplate atOnce;

    private final Clock clock;
    private final OwnThread thread = new OwnThread();
    private volatile @Nullable Freezer freezer;

    /** What is kept from one batch to the next of the same opening. */
    private record Freezer(OpeningId opening, PaperFreezer freezer) {}

    OpeningWork(
            CompetitionTable competitions,
            OpeningTable openings,
            PaperMaking making,
            OpeningEnd end,
            Accounts accounts,
            People people,
            Inbox inbox,
            AuditLog audit,
            TransactionTemplate transaction,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.competitions = competitions;
        this.openings = openings;
        this.making = making;
        this.end = end;
        this.accounts = accounts;
        this.people = people;
        this.inbox = inbox;
        this.audit = audit;
        this.transaction = transaction;
        this.atOnce = new TransactionTemplate(transactions);
        atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${lianbing.opening.look:1s}", initialDelayString = "${lianbing.opening.look:1s}")
    void look() {
        List<OpeningId> all = openings.goingOn();
        if (!all.isEmpty()) {
            thread.run(() -> all.forEach(this::quietly));
        }
    }

    private void quietly(OpeningId id) {
        try {
            goOn(id);
        } catch (RuntimeException | Error e) {
            LOG.warn("Nothing could be said of opening {}; looking again in a second", id.value(), e);
        }
    }

    /**
     * Goes on with an opening to its end, or as long as there is something to do that nobody else is at. Where memory runs
     * out that is a failure like another: else it would be tried for ever.
     */
    void goOn(OpeningId id) {
        try {
            while (!thread.isEnding() && step(id)) {
                // Until it is open, called off, or left to another node.
            }
        } catch (RuntimeException | Error e) {
            if (!thread.isEnding()) {
                giveUpOrWait(id, e);
            }
        }
    }

    private void giveUpOrWait(OpeningId id, Throwable e) {
        if (e instanceof Problem refused && refused.kind() != Problem.Kind.UNAVAILABLE) {
            fail(id, refused);
            return;
        }
        LOG.warn("The papers of opening {} could not be made; trying again in a second", id.value(), e);
        if (openings.countFailure(id) >= MOST_FAILURES) {
            fail(id, Problem.unavailable("competition.opening.broken"));
        }
    }

    /** One commit's worth; false where there is no more to do here. */
    boolean step(OpeningId id) {
        Optional<Begun> opening = openings.find(id);
        // After the opening: while there is one, nobody can change what the competition's papers are to be.
        Optional<Competition> competition = opening.flatMap(begun -> competitions.find(begun.competition()));
        return competition.isPresent() && step(opening.orElseThrow(), competition.get());
    }

    private boolean step(Begun opening, Competition competition) {
        Instant now = clock.instant();
        if (!opening.drawn()) {
            return committed(() -> draw(opening, competition, now));
        }
        PaperFreezer shared = freezer(opening, competition);
        if (committed(() -> making.freezeSome(opening, competition, shared, now))) {
            return true;
        }
        if (committed(() -> open(opening, competition, now))) {
            freezer = null;
            LOG.info("Opened competition {} with {} forms", competition.id(), opening.forms());
        }
        return false;
    }

    /** Drawing takes the most memory, and a process may end over it: so each is counted before it begins. */
    private boolean draw(Begun opening, Competition competition, Instant now) {
        if (!making.drawsAlone(opening)) {
            return false;
        }
        Integer begun = atOnce.execute(status -> openings.countDrawing(opening.id()));
        if (begun != null && begun > MOST_FAILURES) {
            throw Problem.conflict("competition.opening.broken");
        }
        return making.draw(opening, competition, now);
    }

    private PaperFreezer freezer(Begun opening, Competition competition) {
        Freezer kept = freezer;
        if (kept == null || !kept.opening().equals(opening.id())) {
            kept = new Freezer(opening.id(), making.freezer(competition));
            freezer = kept;
        }
        return kept.freezer();
    }

    private boolean committed(BooleanSupplier work) {
        return Boolean.TRUE.equals(transaction.execute(status -> work.getAsBoolean()));
    }

    private boolean open(Begun opening, Competition competition, Instant now) {
        Actor opener = accounts.actor(opening.opener())
                .orElseThrow(() -> Problem.forbidden("competition.opening.nobody-opens"));
        boolean opened = end.open(opener, opening, competition, now);
        if (opened) {
            tell(opening, competition, "competition.notice.opened");
        }
        return opened;
    }

    /** Of what came to nothing there is nothing left but why. */
    private void fail(OpeningId id, Problem why) {
        freezer = null;
        LOG.warn("Opening {} came to nothing: {}", id.value(), why.code());
        transaction.executeWithoutResult(status -> openings.find(id)
                .flatMap(begun -> openings.hold(begun.competition()))
                .filter(held -> held.id().equals(id))
                .ifPresent(held -> {
                    Competition competition =
                            competitions.find(held.competition()).orElseThrow();
                    end.drop(named(held.opener(), competition), held, competition);
                    openings.markFailed(id, end.failure(why, clock.instant()));
                    audit.record(
                            "competition.opening-failed",
                            "competition",
                            competition.id().value(),
                            competition.draft().name());
                    tell(held, competition, "competition.notice.opening-failed");
                }));
    }

    private void tell(Begun opening, Competition competition, String code) {
        inbox.send(
                opening.opener(),
                NoticeDraft.of(
                        code,
                        "competitions/" + competition.id(),
                        competition.draft().name()));
    }

    /** Who opened, for the record alone: their account may be switched off by now. */
    private Actor named(PersonId opener, Competition competition) {
        PersonName name = people.names(List.of(opener)).get(opener);
        return name == null
                ? new Actor(opener, "", competition.unit(), List.of())
                : new Actor(opener, name.name(), name.unit(), List.of());
    }

    /** What is not committed is made by whoever goes on. */
    @PreDestroy
    void end() {
        thread.close();
    }
}
