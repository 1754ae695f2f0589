package org.lianbing.trade.editing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outline;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.Trades;
import org.lianbing.trade.editing.OutlineDraft.DraftInclusion;
import org.lianbing.trade.sheet.Outcome;
import org.lianbing.trade.sheet.OutlineReader;
import org.lianbing.trade.store.EditionRows;
import org.lianbing.trade.store.OutlineImportRows;

/**
 * Outlines on their way in: a workbook is read, each problem shown where it stands and mended in place, over days if need
 * be; nothing is in force before the commit. Who may write an outline sees the drafts of its trade too.
 */
@Service
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER', 'ADMIN')")
public class OutlineImports {

    private static final int LONGEST_NAME = 200;

    private final OutlineImportRows rows;
    private final EditionRows editions;
    private final OutlineEditions known;
    private final Trades trades;
    private final Outlines outlines;
    private final Clock clock;
    private final ZoneId zone;

    OutlineImports(
            OutlineImportRows rows,
            EditionRows editions,
            OutlineEditions known,
            Trades trades,
            Outlines outlines,
            Clock clock,
            ZoneId zone) {
        this.rows = rows;
        this.editions = editions;
        this.known = known;
        this.trades = trades;
        this.outlines = outlines;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Reads a workbook and keeps what it says; nothing is in force yet.
     *
     * @throws Problem where the file cannot be read, or holds no outline
     */
    @Transactional
    public OutlineImport preview(Actor actor, String fileName, Path file) {
        String name = fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME));
        List<OutlineDraft> drafts = new ArrayList<>();
        for (Outcome read : OutlineReader.read(file, name, trades.all())) {
            OutlineDraft draft = new OutlineDraft(
                    drafts.size() + 1, read.tab(), null, null, "", "", List.of(), read.lines(), read.notes(), null);
            drafts.add(settled(draft.withHead(named(read.head()))));
        }
        return kept(actor, name, drafts);
    }

    /** Begins a new edition from one that is there. */
    @Transactional
    public OutlineImport revise(Actor actor, OutlineId id) {
        Outline outline = known.get(actor, id);
        OutlineHead head = new OutlineHead(
                outline.trade(),
                outline.level(),
                outline.name(),
                freeEdition(outline.code(), year()),
                outline.inclusions().stream()
                        .map(inclusion -> new DraftInclusion(inclusion.foundation(), inclusion.weight()))
                        .toList());
        OutlineDraft draft = new OutlineDraft(
                        1, outline.name(), null, null, "", "", List.of(), EditionLines.of(outline), List.of(), null)
                .withHead(head);
        return kept(actor, "", List.of(draft));
    }

    private OutlineImport kept(Actor actor, String name, List<OutlineDraft> drafts) {
        OutlineImport made = new OutlineImport(OutlineImportId.next(), name, actor.person(), clock.instant(), drafts);
        rows.insert(made);
        return made;
    }

    /** The person's newest imports. */
    public List<OutlineImport> mine(Actor actor, int limit) {
        return rows.of(actor.person(), limit);
    }

    /** An import: the person's own, or one of which they may write every outline. */
    public OutlineImport get(Actor actor, OutlineImportId id) {
        return rows.find(id)
                .filter(found -> found.person().equals(actor.person())
                        || found.drafts().stream()
                                .allMatch(
                                        draft -> draft.trade() != null && OutlineReach.mayWrite(actor, draft.trade())))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    /** What is wrong with a draft now, each thing where it stands. */
    public List<OutlineProblem> problems(Actor actor, OutlineDraft draft) {
        if (draft.committed() != null) {
            return List.of();
        }
        Optional<Trade> trade = trade(draft);
        return OutlineCheck.check(
                draft,
                new OutlineCheck.Around(
                        trade.orElse(null),
                        trade.filter(one -> OutlineReach.mayWrite(actor, one.id()))
                                .isPresent(),
                        trade.map(one -> editions.names(code(one, draft))).orElse(Set.of()),
                        foundations()));
    }

    /** Says whose a draft is, what it is called and what it includes. */
    @Transactional
    public OutlineDraft settle(Actor actor, OutlineImportId id, int number, OutlineHead head) {
        OutlineDraft draft = open(actor, id, number);
        TradeId trade = head.trade();
        if (trade != null) {
            OutlineReach.requireWrite(actor, trades.get(trade).id());
        }
        return changed(id, settled(draft.withHead(head)));
    }

    /** Changes lines of a draft. */
    @Transactional
    public OutlineDraft change(Actor actor, OutlineImportId id, int number, LineChange change) {
        return changed(id, LineChanges.apply(open(actor, id, number), change));
    }

    /** Throws an import away; what was committed of it stays. */
    @Transactional
    public void discard(Actor actor, OutlineImportId id) {
        rows.lock(id);
        get(actor, id);
        rows.delete(id);
    }

    private OutlineDraft open(Actor actor, OutlineImportId id, int number) {
        rows.lock(id);
        OutlineDraft draft = get(actor, id).draft(number);
        if (draft.committed() != null) {
            throw Problem.conflict("trade.outline.committed");
        }
        return draft;
    }

    private OutlineDraft changed(OutlineImportId id, OutlineDraft draft) {
        rows.put(id, draft);
        rows.touch(id, clock.instant());
        return draft;
    }

    /** Gives codes to lines without, now that it is known which edition the draft follows. */
    private OutlineDraft settled(OutlineDraft draft) {
        TradeId trade = draft.trade();
        return trade == null
                ? draft
                : outlines.current(trade, draft.level())
                        .map(before -> draft.withLines(Recoding.of(draft.lines(), before)))
                        .orElse(draft);
    }

    /** Fills in what the file did not say but what follows from the rest. */
    private OutlineHead named(OutlineHead read) {
        Optional<Trade> trade = Optional.ofNullable(read.trade()).map(trades::get);
        String name = read.name();
        if (name.isBlank()) {
            name = trade.map(one -> outlines.current(one.id(), read.level())
                            .map(Outline::name)
                            .orElse(one.name()))
                    .orElse("");
        }
        String edition = read.edition().isBlank() ? year() : read.edition();
        String free =
                trade.map(one -> freeEdition(code(one.code(), read), edition)).orElse(edition);
        return new OutlineHead(read.trade(), read.level(), name, free, read.inclusions());
    }

    private static String code(String trade, OutlineHead head) {
        return head.level() == null ? trade : trade + "-" + head.level().code();
    }

    static String code(Trade trade, OutlineDraft draft) {
        return code(trade.code(), draft.head());
    }

    private String freeEdition(String code, String wanted) {
        Set<String> taken = editions.names(code);
        String free = wanted;
        for (int i = 2; taken.contains(free); i++) {
            free = wanted + "-" + i;
        }
        return free;
    }

    private String year() {
        return String.valueOf(LocalDate.ofInstant(clock.instant(), zone).getYear());
    }

    private Optional<Trade> trade(OutlineDraft draft) {
        return trades.all().stream()
                .filter(one -> one.id().equals(draft.trade()))
                .findFirst();
    }

    private Set<TradeId> foundations() {
        return trades.all().stream()
                .filter(one -> one.kind() == TradeKind.FOUNDATION)
                .map(Trade::id)
                .collect(Collectors.toSet());
    }
}
