package org.lianbing.bank.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemRules;
import org.lianbing.bank.Items;
import org.lianbing.bank.alike.NearDuplicates;
import org.lianbing.bank.exchange.store.ImportRowTable;
import org.lianbing.bank.exchange.store.ImportTable;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/**
 * What people do to the rows of an import. Two may work on it at once: who saves a row says which version of it they
 * saw, and is told who was there before where it is no longer that one.
 */
@Service
@PreAuthorize("hasRole('TRAINER')")
public class ImportMending {

    private static final Set<RowState> EVERY = Set.of(RowState.values());

    private static final int LONGEST_REASON = 200;

    private final ImportAccess access;
    private final ImportTable files;
    private final ImportRowTable rows;
    private final People people;
    private final Trades trades;
    private final Outlines outlines;
    private final ItemRules rules;
    private final Items items;
    private final NearDuplicates near;
    private final AlikeRows alike;
    private final Clock clock;

    ImportMending(
            ImportAccess access,
            ImportTable files,
            ImportRowTable rows,
            People people,
            Trades trades,
            Outlines outlines,
            ItemRules rules,
            Items items,
            NearDuplicates near,
            AlikeRows alike,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.rows = rows;
        this.people = people;
        this.trades = trades;
        this.outlines = outlines;
        this.rules = rules;
        this.items = items;
        this.near = near;
        this.alike = alike;
        this.clock = clock;
    }

    /** Says whose items the rows become; all that were not committed are checked again. */
    @Transactional
    public ImportFile settle(Actor actor, ImportId id, ImportSettings settings) {
        access.locked(actor, id);
        files.settle(id, access.checked(actor, settings));
        again(actor, id, row -> row);
        return access.get(actor, id);
    }

    /** Says where rows go: many at once, or all of a category. */
    @Transactional
    public ImportFile assign(Actor actor, ImportId id, RowSelection which, RowTarget target) {
        access.locked(actor, id);
        if (target.trade() != null) {
            access.demand(actor, target.trade());
        }
        again(actor, id, row -> which.has(row) ? row.with(row.target().with(target)) : row);
        return access.get(actor, id);
    }

    /** Agrees to what was guessed of rows. */
    @Transactional
    public ImportFile confirm(Actor actor, ImportId id, RowSelection which) {
        access.locked(actor, id);
        again(
                actor,
                id,
                row -> which.has(row) && row.state() == RowState.GUESSED
                        ? row.with(row.standing().agreed())
                        : row);
        return access.get(actor, id);
    }

    /** Says that rows are no items, or takes that back. */
    @Transactional
    public ImportFile skip(Actor actor, ImportId id, RowSelection which, boolean skipped) {
        access.locked(actor, id);
        again(
                actor,
                id,
                row -> which.has(row) && row.state() != RowState.KNOWN
                        ? row.settled(row.duplicateOf(), row.kept(), skipped)
                        : row);
        return access.get(actor, id);
    }

    /** Changes cells of a row and checks it again. */
    @Transactional
    public ImportRow mend(Actor actor, ImportId id, int number, Map<ImportField, String> texts) {
        return mend(actor, id, number, null, texts);
    }

    /**
     * Changes cells of a row and checks it again.
     *
     * @param version of the row that the actor saw; null where that does not matter
     */
    @Transactional
    public ImportRow mend(
            Actor actor, ImportId id, int number, @Nullable Integer version, Map<ImportField, String> texts) {
        ImportFile file = access.locked(actor, id);
        ImportRow row = open(actor, id, number, version);
        if (!(row.body() instanceof RowBody.Cells body)) {
            throw Problem.conflict("exchange.row-whole", number);
        }
        ImportCells cells = body.now();
        for (Map.Entry<ImportField, String> text : texts.entrySet()) {
            cells = cells.with(text.getKey(), text.getValue());
        }
        RowTarget target = new RowTarget(
                row.target().trade(),
                texts.containsKey(ImportField.LEVELS) ? Set.of() : row.target().levels(),
                texts.containsKey(ImportField.POINTS) ? Set.of() : row.target().points());
        return mended(actor, file, row, row.with(body.with(cells)).with(target));
    }

    /** Makes of a row what a person says that it is: a question that could not be read becomes an item so. */
    @Transactional
    public ImportRow mend(
            Actor actor, ImportId id, int number, @Nullable Integer version, ItemContent content, RowTarget target) {
        ImportFile file = access.locked(actor, id);
        ImportRow row = open(actor, id, number, version);
        RowBody body = switch (row.body()) {
            case RowBody.Whole whole -> whole.with(content);
            case RowBody.Cells cells ->
                new RowBody.Whole(content, org.lianbing.bank.exchange.format.Labels.NONE, List.of());
        };
        return mended(actor, file, row, row.with(body).with(row.target().with(target)));
    }

    private ImportRow mended(Actor actor, ImportFile file, ImportRow before, ImportRow changed) {
        ImportRow checked = check(file).check(changed);
        // Who mends a row wants it, and has seen what was guessed, whatever was said of it before.
        ImportRow wanted = checked.with(checked.standing().agreed()).settled(null, before.kept(), false);
        return settled(actor, file.id(), before, wanted);
    }

    /** A person says that a row is no duplicate, or takes that back. */
    @Transactional
    public ImportRow keep(Actor actor, ImportId id, int number, boolean kept) {
        access.locked(actor, id);
        ImportRow row = open(actor, id, number, null);
        return settled(actor, id, row, row.settled(row.duplicateOf(), kept, false));
    }

    /** The item that a row nearly says, where the actor may write a new version of it. */
    public Optional<Item> updatable(Actor actor, ImportRow row) {
        ItemId alike = row.alike();
        return alike == null || !items.mayRevise(actor, alike)
                ? Optional.empty()
                : Optional.of(items.get(actor, alike));
    }

    /**
     * A person says that a row becomes a new version of the item that it nearly says.
     *
     * @param reason why, kept with the version
     * @throws Problem forbidden where the actor may not write that item
     */
    @Transactional
    public ImportRow update(
            Actor actor, ImportId id, int number, @Nullable Integer version, ItemId item, String reason) {
        ImportFile file = access.locked(actor, id);
        ImportRow row = open(actor, id, number, version);
        if (!item.equals(row.alike())) {
            throw Problem.conflict("exchange.update-whom", number);
        }
        Item changed = updatable(actor, row).orElseThrow(() -> Problem.forbidden("exchange.update-right"));
        TradeId trade = row.target().trade() == null
                ? file.settings().trade()
                : row.target().trade();
        if (!changed.trade().equals(trade)) {
            throw Problem.conflict("exchange.update-trade", changed.code());
        }
        if (rows.anotherUpdates(id, number, item)) {
            throw Problem.conflict("exchange.update-twice", changed.code());
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Problem.invalid("exchange.update-reason", LONGEST_REASON).with("field", "reason");
        }
        return settled(
                actor,
                id,
                row,
                row.with(row.standing().updating(item, why)).settled(row.duplicateOf(), row.kept(), false));
    }

    /** A person says that a row becomes an item of its own after all. */
    @Transactional
    public ImportRow separate(Actor actor, ImportId id, int number, @Nullable Integer version) {
        access.locked(actor, id);
        ImportRow row = open(actor, id, number, version);
        return settled(
                actor, id, row, row.with(row.standing().updating(null)).settled(row.duplicateOf(), row.kept(), false));
    }

    /** A person says that a row is no item, or takes that back. */
    @Transactional
    public ImportRow skip(Actor actor, ImportId id, int number, boolean skipped) {
        access.locked(actor, id);
        ImportRow row = open(actor, id, number, null);
        return settled(actor, id, row, row.settled(row.duplicateOf(), row.kept(), skipped));
    }

    /** A person agrees to what was guessed of a row. */
    @Transactional
    public ImportRow confirm(Actor actor, ImportId id, int number) {
        access.locked(actor, id);
        ImportRow row = open(actor, id, number, null);
        return settled(actor, id, row, row.with(row.standing().agreed()).settled(row.duplicateOf(), row.kept(), false));
    }

    /** Writes a changed row and settles those anew that say the same as it does, or did. */
    private ImportRow settled(Actor actor, ImportId id, ImportRow before, ImportRow changed) {
        ImportRow row = alike.remark(
                        actor,
                        List.of(changed.with(before.edit().next(actor.person(), clock.instant()))),
                        check(access.get(actor, id)))
                .getFirst();
        rows.put(id, List.of(row));
        Set<String> prints = new TreeSet<>();
        Stream.of(before.fingerprint(), row.fingerprint())
                .filter(Objects::nonNull)
                .forEach(prints::add);
        List<ImportRow> same = rows.alike(id, prints);
        rows.put(id, Doubles.settle(same, near.same(actor, Intake.prints(same))));
        files.touch(id, clock.instant());
        return rows.find(id, row.number()).orElseThrow();
    }

    /** Goes through all rows in parts, changes and checks each, and settles which say the same. */
    private void again(Actor actor, ImportId id, UnaryOperator<ImportRow> change) {
        RowCheck check = check(access.get(actor, id));
        Doubles doubles = new Doubles();
        List<ImportRow> part = rows.after(id, EVERY, 0, Intake.PART);
        while (!part.isEmpty()) {
            List<ImportRow> checked = part.stream()
                    .map(row -> fixed(row) ? row : check.check(change.apply(row)))
                    .toList();
            rows.put(id, alike.remark(actor, doubles.next(checked, near.same(actor, Intake.prints(checked))), check));
            part = rows.after(id, EVERY, part.getLast().number(), Intake.PART);
        }
        files.touch(id, clock.instant());
    }

    private static boolean fixed(ImportRow row) {
        return row.state() == RowState.COMMITTED || row.state() == RowState.KNOWN;
    }

    private ImportRow open(Actor actor, ImportId id, int number, @Nullable Integer version) {
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

    private RowCheck check(ImportFile file) {
        return new RowCheck(file.settings(), trades, outlines, rules);
    }
}
