package org.lianbing.trade.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Texts;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Edition;
import org.lianbing.trade.Outline;
import org.lianbing.trade.OutlineDifference;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.PointId;
import org.lianbing.trade.PointUses.Use;
import org.lianbing.trade.Range;
import org.lianbing.trade.Trades;
import org.lianbing.trade.editing.OutlineCommit;
import org.lianbing.trade.editing.OutlineDraft;
import org.lianbing.trade.editing.OutlineEditions;
import org.lianbing.trade.editing.OutlineField;
import org.lianbing.trade.editing.OutlineImport;
import org.lianbing.trade.editing.OutlineImports;
import org.lianbing.trade.editing.OutlineProblem;

/** Outlines as JSON. */
@Component
class OutlineBodies {

    /** An edition; {@code source} is {@code disk} or {@code person}. */
    record EditionBody(
            String id,
            String trade,
            @Nullable String level,
            String code,
            String name,
            String edition,
            String source,
            boolean current,
            boolean waiting,
            int points,
            @Nullable String by,
            @Nullable Instant at) {}

    /** A point. */
    record PointBody(String id, String code, String name, String importance) {}

    /** A range; the weight is percent of the whole paper. */
    record RangeBody(String code, String name, BigDecimal weight, List<RangeBody> ranges, List<PointBody> points) {}

    /** A foundation that belongs to an outline, by its code. */
    record InclusionBody(String foundation, BigDecimal weight) {}

    /** An edition with its content. */
    record OutlineBody(EditionBody edition, List<InclusionBody> includes, List<RangeBody> ranges) {}

    /** Something that hangs on a point. */
    record UseBody(String label, String path) {}

    /** A change; {@code uses} tells what hangs on a point that is removed. */
    record ChangeBody(String kind, String code, boolean foundation, String before, String after, List<UseBody> uses) {}

    /** What is wrong; {@code blocking} problems must be mended before a commit. */
    record ProblemBody(
            @Nullable Integer line,
            @Nullable String field,
            String subject,
            String place,
            String code,
            String message,
            boolean blocking) {}

    /** A line of a draft; {@code kind} is {@code range} or {@code point}. */
    record LineBody(
            int line,
            String kind,
            int depth,
            String code,
            String name,
            String weight,
            String importance,
            String place) {}

    /** A draft of an import. */
    record DraftBody(
            int number,
            String title,
            @Nullable String trade,
            @Nullable String level,
            String name,
            String edition,
            List<InclusionBody> includes,
            List<LineBody> lines,
            List<String> notes,
            List<ProblemBody> problems,
            List<ChangeBody> changes,
            @Nullable String committed) {}

    /** An import with its drafts. */
    record ImportBody(String importId, String file, List<DraftBody> outlines) {}

    private final Trades trades;
    private final OutlineImports imports;
    private final OutlineCommit commit;
    private final OutlineEditions editions;
    private final MessageSource texts;

    OutlineBodies(
            Trades trades,
            OutlineImports imports,
            OutlineCommit commit,
            OutlineEditions editions,
            MessageSource texts) {
        this.trades = trades;
        this.imports = imports;
        this.commit = commit;
        this.editions = editions;
        this.texts = texts;
    }

    EditionBody edition(Edition edition) {
        return new EditionBody(
                edition.id().toString(),
                trades.get(edition.trade()).code(),
                code(edition.level()),
                edition.code(),
                edition.name(),
                edition.edition(),
                lower(edition.source()),
                edition.current(),
                edition.waiting(),
                edition.points(),
                edition.by(),
                edition.at());
    }

    OutlineBody outline(Edition edition, Outline outline) {
        return new OutlineBody(
                edition(edition),
                outline.inclusions().stream()
                        .map(inclusion -> inclusion(inclusion.foundation(), inclusion.weight()))
                        .toList(),
                outline.ranges().stream().map(OutlineBodies::range).toList());
    }

    private static RangeBody range(Range range) {
        return new RangeBody(
                range.code(),
                range.name(),
                range.weight(),
                range.ranges().stream().map(OutlineBodies::range).toList(),
                range.points().stream()
                        .map(point -> new PointBody(
                                point.id().toString(),
                                point.code(),
                                point.name(),
                                point.importance().name()))
                        .toList());
    }

    List<ChangeBody> changes(Actor actor, OutlineDifference difference) {
        Map<PointId, List<Use>> uses = editions.uses(actor, difference.removedPoints());
        return difference.changes().stream()
                .map(change -> new ChangeBody(
                        lower(change.kind()),
                        change.foundation()
                                ? trades.get(TradeId.of(change.code())).code()
                                : change.code(),
                        change.foundation(),
                        change.before(),
                        change.after(),
                        Optional.ofNullable(change.point()).map(uses::get).orElse(List.of()).stream()
                                .map(use -> new UseBody(use.label(), use.path()))
                                .toList()))
                .toList();
    }

    ImportBody imported(Actor actor, OutlineImport found, Locale asked) {
        return new ImportBody(
                found.id().toString(),
                found.fileName(),
                found.drafts().stream().map(draft -> draft(actor, draft, asked)).toList());
    }

    DraftBody draft(Actor actor, OutlineDraft draft, Locale asked) {
        Locale language = Texts.nearest(asked);
        TradeId trade = draft.trade();
        OutlineId committed = draft.committed();
        return new DraftBody(
                draft.number(),
                draft.title(),
                trade == null ? null : trades.get(trade).code(),
                code(draft.level()),
                draft.name(),
                draft.edition(),
                draft.inclusions().stream()
                        .map(inclusion -> inclusion(inclusion.foundation(), inclusion.weight()))
                        .toList(),
                draft.lines().stream()
                        .map(line -> new LineBody(
                                line.number(),
                                lower(line.kind()),
                                line.depth(),
                                line.code(),
                                line.name(),
                                line.weight(),
                                line.importance(),
                                line.place(OutlineField.NAME)))
                        .toList(),
                draft.notes().stream()
                        .map(note ->
                                texts.getMessage(note.code(), note.arguments().toArray(), language))
                        .toList(),
                imports.problems(actor, draft).stream()
                        .map(problem -> problem(problem, language))
                        .toList(),
                commit.difference(actor, draft)
                        .map(difference -> changes(actor, difference))
                        .orElse(List.of()),
                committed == null ? null : committed.toString());
    }

    private ProblemBody problem(OutlineProblem problem, Locale language) {
        OutlineField field = problem.field();
        return new ProblemBody(
                problem.line(),
                field == null ? null : field.code(),
                problem.subject(),
                problem.place(),
                problem.code(),
                texts.getMessage(problem.code(), problem.arguments().toArray(), language),
                problem.blocks());
    }

    private InclusionBody inclusion(TradeId foundation, BigDecimal weight) {
        return new InclusionBody(trades.get(foundation).code(), weight);
    }

    private static @Nullable String code(@Nullable Level level) {
        return level == null ? null : level.code();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
