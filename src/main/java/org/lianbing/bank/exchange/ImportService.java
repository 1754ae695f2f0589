package org.lianbing.bank.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.bank.ItemRules;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.store.ImportRowTable;
import org.lianbing.bank.exchange.store.ImportTable;
import org.lianbing.bank.exchange.wide.RowParser;
import org.lianbing.bank.exchange.wide.SheetRow;
import org.lianbing.bank.exchange.wide.WideExcelReader;
import org.lianbing.bank.exchange.wide.WideSheets;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

/**
 * A trainer's file on its way into the bank: read, looked at, mended row by row, then committed. What was uploaded stays
 * until it became drafts, so that one can go on with it another day. Only who uploaded a file sees it.
 */
@Service
@PreAuthorize("hasRole('TRAINER')")
public class ImportService {

    private static final Set<RowState> OPEN = EnumSet.complementOf(EnumSet.of(RowState.COMMITTED));
    private static final int LONGEST_NAME = 200;

    private final ImportTable files;
    private final ImportRowTable rows;
    private final Trades trades;
    private final Outlines outlines;
    private final ItemRules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportService(
            ImportTable files,
            ImportRowTable rows,
            Trades trades,
            Outlines outlines,
            ItemRules rules,
            TransactionTemplate transaction,
            Clock clock) {
        this.files = files;
        this.rows = rows;
        this.trades = trades;
        this.outlines = outlines;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads a file and keeps its rows; nothing comes into the bank yet.
     *
     * @param settings where the trade is null and the actor teaches one trade only, it is that
     * @throws Problem where the file cannot be read at all
     */
    public ImportFile preview(Actor actor, ImportSettings settings, String fileName, Path file) {
        ImportSettings checked = checked(actor, settings);
        WideSheets sheets = WideExcelReader.read(file);
        ImportFile made = new ImportFile(
                ImportId.next(),
                fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME)),
                WideExcelReader.FORMAT,
                checked,
                sheets.notes(),
                actor.person(),
                clock.instant(),
                clock.instant(),
                Map.of());
        RowCheck check = check(checked);
        List<ImportRow> read = new ArrayList<>();
        for (SheetRow row : sheets.rows()) {
            read.add(check.check(blank(read.size() + 1, row)));
        }
        List<ImportRow> settled = Doubles.settle(read, inBank(read));
        transaction.executeWithoutResult(status -> {
            files.insert(made);
            rows.put(made.id(), settled);
        });
        return get(actor, made.id());
    }

    /** An import of the actor's. */
    public ImportFile get(Actor actor, ImportId id) {
        return files.find(id)
                .filter(file -> file.person().equals(actor.person()))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** The actor's newest imports. */
    public List<ImportFile> mine(Actor actor, int limit) {
        return files.of(actor.person(), limit);
    }

    /** A page of the rows in these states. */
    public Paged<ImportRow> rows(Actor actor, ImportId id, Collection<RowState> states, PageOf page) {
        return rows.find(get(actor, id).id(), states, page);
    }

    /** One row. */
    public ImportRow row(Actor actor, ImportId id, int number) {
        return rows.find(get(actor, id).id(), number).orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** What a row says as far as it can be read. */
    public RowReading reading(ImportFile file, ImportRow row) {
        return check(file.settings()).reading(row);
    }

    /** How a row is answered, as far as that can be told. */
    public Optional<ItemType> type(ImportFile file, ImportRow row) {
        return reading(file, row) instanceof RowReading.Parsed parsed
                ? Optional.of(parsed.content().interaction().type())
                : RowParser.namedType(row.cells().get(ImportField.TYPE));
    }

    /** The next row behind this one that needs a person, from the top again at the end. */
    public Optional<Integer> nextProblem(Actor actor, ImportId id, int after) {
        return rows.next(get(actor, id).id(), EnumSet.of(RowState.FAULTY, RowState.DUPLICATE), after);
    }

    /** All rows that cannot be committed yet, to take them away and mend them elsewhere. */
    public List<ImportRow> open(Actor actor, ImportId id) {
        return rows.all(get(actor, id).id(), EnumSet.of(RowState.FAULTY, RowState.DUPLICATE));
    }

    /** Says whose items the rows become; all that were not committed are checked again. */
    @Transactional
    public ImportFile settle(Actor actor, ImportId id, ImportSettings settings) {
        locked(actor, id);
        ImportSettings checked = checked(actor, settings);
        files.settle(id, checked);
        RowCheck check = check(checked);
        List<ImportRow> again = rows.all(id, OPEN).stream().map(check::check).toList();
        rows.put(id, Doubles.settle(again, inBank(again)));
        files.touch(id, clock.instant());
        return get(actor, id);
    }

    /** Changes cells of a row and checks it again. */
    @Transactional
    public ImportRow mend(Actor actor, ImportId id, int number, Map<ImportField, String> texts) {
        ImportFile file = locked(actor, id);
        ImportRow row = open(actor, id, number);
        ImportCells cells = row.cells();
        for (Map.Entry<ImportField, String> text : texts.entrySet()) {
            cells = cells.with(text.getKey(), text.getValue());
        }
        ImportRow mended = check(file.settings()).check(row.withCells(cells));
        // Who mends a row wants it, whatever was said of it before.
        ImportRow wanted = mended.settled(null, row.kept(), false);
        return settled(id, row, wanted);
    }

    /** A person says that a row is no duplicate, or takes that back. */
    @Transactional
    public ImportRow keep(Actor actor, ImportId id, int number, boolean kept) {
        locked(actor, id);
        ImportRow row = open(actor, id, number);
        return settled(id, row, row.settled(row.duplicateOf(), kept, false));
    }

    /** A person says that a row is no item, or takes that back. */
    @Transactional
    public ImportRow skip(Actor actor, ImportId id, int number, boolean skipped) {
        locked(actor, id);
        ImportRow row = open(actor, id, number);
        return settled(id, row, row.settled(row.duplicateOf(), row.kept(), skipped));
    }

    /** Writes a changed row and settles those anew that say the same as it does, or did. */
    private ImportRow settled(ImportId id, ImportRow before, ImportRow row) {
        rows.put(id, List.of(row));
        Set<String> prints = new TreeSet<>();
        java.util.stream.Stream.of(before.fingerprint(), row.fingerprint())
                .filter(Objects::nonNull)
                .forEach(prints::add);
        List<ImportRow> alike = rows.alike(id, prints);
        rows.put(id, Doubles.settle(alike, inBank(alike)));
        files.touch(id, clock.instant());
        return rows.find(id, row.number()).orElseThrow();
    }

    private ImportRow open(Actor actor, ImportId id, int number) {
        ImportRow row = row(actor, id, number);
        if (row.state() == RowState.COMMITTED) {
            throw Problem.conflict("exchange.row-committed", number);
        }
        return row;
    }

    private ImportFile locked(Actor actor, ImportId id) {
        files.lock(id);
        return get(actor, id);
    }

    private RowCheck check(ImportSettings settings) {
        return new RowCheck(settings, trades, outlines, rules);
    }

    private Map<String, String> inBank(List<ImportRow> some) {
        return rows.inBank(some.stream()
                .map(ImportRow::fingerprint)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private ImportSettings checked(Actor actor, ImportSettings settings) {
        actor.require(Role.TRAINER);
        TradeId trade = settings.trade() == null ? onlyTrade(actor) : settings.trade();
        if (trade != null) {
            trades.get(trade);
            actor.requireFor(Role.TRAINER, trade);
        }
        return new ImportSettings(trade, settings.levels(), settings.secrecy());
    }

    private static @Nullable TradeId onlyTrade(Actor actor) {
        List<Grant> grants = actor.grants().stream()
                .filter(grant -> grant.role() == Role.TRAINER)
                .toList();
        Set<TradeId> taught =
                grants.stream().flatMap(grant -> grant.trades().stream()).collect(Collectors.toSet());
        boolean all = grants.stream().anyMatch(grant -> grant.trades().isEmpty());
        return !all && taught.size() == 1 ? taught.iterator().next() : null;
    }

    private static ImportRow blank(int number, SheetRow row) {
        return new ImportRow(
                number,
                row.sheet(),
                row.line(),
                row.columns(),
                row.markdown(),
                row.cells(),
                row.cells(),
                row.problems(),
                List.of(),
                null,
                null,
                false,
                RowState.FAULTY,
                null);
    }
}
