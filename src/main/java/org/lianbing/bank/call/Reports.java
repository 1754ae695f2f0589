package org.lianbing.bank.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.bank.call.store.ReportTable;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/** Reports of errors by those who practised an item. */
@Service
public class Reports {

    /** How many days an answer may take. */
    public static final int DAYS = 7;

    private static final int MOST_A_DAY = 20;

    private final ReportTable table;
    private final Pool pool;
    private final People people;
    private final Clock clock;
    private final ZoneId zone;

    Reports(ReportTable table, Pool pool, People people, Clock clock, ZoneId zone) {
        this.table = table;
        this.pool = pool;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Takes a report; for modules that have made sure that the person met the item and saw its feedback. Only what is in
     * open practice now can be reported, so that nothing is told of an item that has become secret since.
     *
     * @throws Problem conflict, where a report of theirs waits already or the item is not practised any more; throttled,
     *     after 20 within a day
     */
    @Transactional
    public ReportId report(PersonId person, ReportDraft said) {
        Instant now = clock.instant();
        PoolItem item = pool.practicable(Set.of(said.item())).stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict("call.not-practised"));
        if (table.madeSince(person, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            throw Problem.throttled("call.too-many-reports", MOST_A_DAY);
        }
        PersonName name = people.names(List.of(person)).get(person);
        if (name == null) {
            throw Problem.notFound("base.not-found");
        }
        ReportId id = ReportId.next();
        LocalDate due = LocalDate.ofInstant(now, zone).plusDays(DAYS);
        if (!table.insert(id, said, item.trade(), person, name.unit(), now, due)) {
            throw Problem.conflict("call.report-waits");
        }
        return id;
    }

    /**
     * Takes a report of who corrected the item's key in a contest, also where the item is not practised or is under
     * embargo: the desk shows it to those who may read the item, when they may. One that waits already stands.
     */
    @Transactional
    public void ofContest(PersonId person, ReportDraft said) {
        PoolItem item = pool.items(Set.of(said.version())).get(said.version());
        PersonName name = people.names(List.of(person)).get(person);
        if (item == null || name == null) {
            throw Problem.notFound("base.not-found");
        }
        Instant now = clock.instant();
        LocalDate due = LocalDate.ofInstant(now, zone).plusDays(DAYS);
        table.insert(ReportId.next(), said, item.trade(), person, name.unit(), now, due);
    }

    /** What the actor reported, the newest first, each with what became of it. */
    public Paged<Report> mine(Actor actor, PageOf page) {
        return table.by(actor.person(), page);
    }
}
