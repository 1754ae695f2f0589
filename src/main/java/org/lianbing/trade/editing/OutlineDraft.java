package org.lianbing.trade.editing;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.trade.OutlineId;

/**
 * An outline on its way to become an edition.
 *
 * @param number its place in the import, from 1
 * @param title what the file calls it: the name of the sheet
 * @param trade whose it is to be; null until somebody says so
 * @param level of which level; null for a foundation, or until somebody says so
 * @param name its title
 * @param edition such as {@code 2026}
 * @param inclusions the foundations it includes
 * @param lines ranges and points in their order
 * @param notes what the reader did not take from the file, to be looked at
 * @param committed the edition that it became; null before
 */
public record OutlineDraft(
        int number,
        String title,
        @Nullable TradeId trade,
        @Nullable Level level,
        String name,
        String edition,
        List<DraftInclusion> inclusions,
        List<OutlineLine> lines,
        List<OutlineNote> notes,
        @Nullable OutlineId committed) {

    /**
     * A foundation that is to belong to the outline.
     *
     * @param foundation which
     * @param weight percent of the whole
     */
    public record DraftInclusion(TradeId foundation, BigDecimal weight) {}

    /**
     * A remark of the reader.
     *
     * @param code a key of the translations
     * @param arguments for its places
     */
    public record OutlineNote(String code, List<String> arguments) {

        public OutlineNote(String code, String... arguments) {
            this(code, List.of(arguments));
        }
    }

    public OutlineDraft {
        inclusions = List.copyOf(inclusions);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** The draft with other lines. */
    public OutlineDraft withLines(List<OutlineLine> others) {
        return new OutlineDraft(number, title, trade, level, name, edition, inclusions, others, notes, committed);
    }

    /** The draft with another head. */
    public OutlineDraft withHead(OutlineHead head) {
        return new OutlineDraft(
                number,
                title,
                head.trade(),
                head.level(),
                head.name(),
                head.edition(),
                head.inclusions(),
                lines,
                notes,
                committed);
    }

    /** What the draft is to be called and whose it is. */
    public OutlineHead head() {
        return new OutlineHead(trade, level, name, edition, inclusions);
    }

    OutlineDraft committedAs(OutlineId id) {
        return new OutlineDraft(number, title, trade, level, name, edition, inclusions, lines, notes, id);
    }

    OutlineDraft numbered(int other) {
        return new OutlineDraft(other, title, trade, level, name, edition, inclusions, lines, notes, committed);
    }

    /** How many of its lines are points. */
    public long points() {
        return lines.stream().filter(OutlineLine::isPoint).count();
    }
}
