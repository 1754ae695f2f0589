package org.lianbing.bank.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemRules;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.bank.exchange.store.ImportRowTable;
import org.lianbing.bank.exchange.store.ImportRowWriter;
import org.lianbing.bank.exchange.store.ImportTable;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/** Writes changed rows of an import, and settles anew what else in it says the same. */
@Component
class RowSettling {

    private static final Set<RowState> EVERY = Set.of(RowState.values());

    private final ImportAccess access;
    private final ImportTable files;
    private final ImportRowTable rows;
    private final ImportRowWriter writer;
    private final People people;
    private final Trades trades;
    private final Outlines outlines;
    private final ItemRules rules;
    private final NearDuplicates near;
    private final AlikeRows alike;
    private final Clock clock;

    RowSettling(
            ImportAccess access,
            ImportTable files,
            ImportRowTable rows,
            ImportRowWriter writer,
            People people,
            Trades trades,
            Outlines outlines,
            ItemRules rules,
            NearDuplicates near,
            AlikeRows alike,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.rows = rows;
        this.writer = writer;
        this.people = people;
        this.trades = trades;
        this.outlines = outlines;
        this.rules = rules;
        this.near = near;
        this.alike = alike;
        this.clock = clock;
    }

    /** Writes a changed row and settles those anew that say the same as it does, or did. */
    ImportRow settled(Actor actor, ImportId id, ImportRow before, ImportRow changed) {
        ImportRow row = alike.remark(
                        actor,
                        List.of(changed.with(before.edit().next(actor.person(), clock.instant()))),
                        check(access.get(actor, id)))
                .getFirst();
        writer.put(id, List.of(row));
        Set<String> prints = new TreeSet<>();
        Stream.of(before.fingerprint(), row.fingerprint())
                .filter(Objects::nonNull)
                .forEach(prints::add);
        List<ImportRow> same = rows.alike(id, prints);
        writer.put(id, Doubles.settle(same, near.same(actor, Intake.prints(same))));
        files.touch(id, clock.instant());
        return rows.find(id, row.number()).orElseThrow();
    }

    /** Goes through all rows in parts, changes and checks each, and settles which say the same. */
    void again(Actor actor, ImportId id, UnaryOperator<ImportRow> change) {
        RowCheck check = check(access.get(actor, id));
        Doubles doubles = new Doubles();
        List<ImportRow> part = rows.after(id, EVERY, 0, Intake.PART);
        while (!part.isEmpty()) {
            List<ImportRow> checked = part.stream()
                    .map(row -> fixed(row) ? row : check.check(change.apply(row)))
                    .toList();
            writer.put(id, alike.remark(actor, doubles.next(checked, near.same(actor, Intake.prints(checked))), check));
            part = rows.after(id, EVERY, part.getLast().number(), Intake.PART);
        }
        files.touch(id, clock.instant());
    }

    private static boolean fixed(ImportRow row) {
        return row.state() == RowState.COMMITTED || row.state() == RowState.KNOWN;
    }

    /**
     * A row that is not committed yet.
     *
     * @param version that the actor saw; null where that does not matter
     */
    ImportRow open(Actor actor, ImportId id, int number, @Nullable Integer version) {
        ImportRow row = rows.find(id, number).orElseThrow(() -> Problem.notFound("base.not-found"));
        if (row.state() == RowState.COMMITTED) {
            throw Problem.conflict("exchange.row-committed", number);
        }
        if (version != null && row.edit().version() != version) {
            throw Problem.conflict("exchange.row-changed", number, changer(row))
                    .with("version", row.edit().version());
        }
        return row;
    }

    private String changer(ImportRow row) {
        PersonId person = row.edit().person();
        PersonName name = person == null ? null : people.names(Set.of(person)).get(person);
        return name == null ? "?" : name.name();
    }

    RowCheck check(ImportFile file) {
        return new RowCheck(file.settings(), trades, outlines, rules);
    }
}
