package org.lianbing.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Region;

/**
 * What may be shown of a slot once feedback is due: the key and the reasons.
 *
 * @param slot which
 * @param caseStem of the 案例 it is a part of, HTML; null for an item by itself
 * @param stem HTML; that of the candidate's variant
 * @param body what stood below it; that of the candidate's variant
 * @param key what is right
 * @param explanation HTML
 * @param whys reasons for single options
 * @param corrected what was corrected about it; null for nothing
 */
public record SlotFeedback(
        int slot,
        @Nullable String caseStem,
        String stem,
        SlotView body,
        Key key,
        String explanation,
        List<Why> whys,
        @Nullable Corrected corrected) {

    /**
     * What was corrected.
     *
     * @param kind {@code key}, {@code full-marks} or {@code taken-out}
     * @param reason as candidates read it
     * @param at when it came into force
     * @param before the key as it was frozen
     * @param also further keys that count as right
     */
    public record Corrected(String kind, String reason, Instant at, Key before, List<Key> also) {}

    /** The same without what explains it, where explanations are not out yet. */
    public SlotFeedback unexplained() {
        return new SlotFeedback(slot, caseStem, stem, body, key, "", List.of(), corrected);
    }

    /** Nothing of a slot whose item is under embargo. */
    public static SlotFeedback keptBack(int slot) {
        return new SlotFeedback(slot, null, "", SlotView.NONE, Key.NONE, "", List.of(), null);
    }

    /** A key that a correction proposes, as it will be shown; of a 计算 that of the first variant. */
    public static Key shown(Slot slot, SlotKey key) {
        SlotKey first = key instanceof SlotKey.Variants variants
                ? variants.all().getFirst().key()
                : key;
        return Feedbacks.mended(slot.variant(0), first);
    }

    /** What was picked from, in base order; empty where nothing was. */
    public List<SlotView.Option> options() {
        List<SlotView.Option> options = body.options();
        return options == null ? List.of() : options;
    }

    /**
     * What is right; only what the type has is there.
     *
     * @param tokens the right ones; in order, for an ordering
     * @param value the right number
     * @param tolerance how far one may be off
     * @param unit of both
     * @param figures how many significant figures it must have
     * @param blanks of a 填空
     * @param pairs of a 连线: right token by left token
     * @param regions of a 热点, wrong ones too
     * @param points of a rubric: what must be said
     * @param sample a written response that gets everything; HTML
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Key(
            @Nullable List<String> tokens,
            @Nullable String value,
            @Nullable String tolerance,
            @Nullable String unit,
            @Nullable Integer figures,
            @Nullable List<KeyBlank> blanks,
            @Nullable Map<String, String> pairs,
            @Nullable List<KeyRegion> regions,
            @Nullable List<RubricPoint> points,
            @Nullable String sample) {

        static final Key NONE = new Key(null, null, null, null, null, null, null, null, null, null);

        static Key tokens(List<String> tokens) {
            return new Key(tokens, null, null, null, null, null, null, null, null, null);
        }

        static Key number(String value, String tolerance, String unit, @Nullable Integer figures) {
            return new Key(null, value, tolerance, unit, figures, null, null, null, null, null);
        }

        static Key blanks(List<KeyBlank> blanks) {
            return new Key(null, null, null, null, null, blanks, null, null, null, null);
        }

        static Key pairs(Map<String, String> pairs) {
            return new Key(null, null, null, null, null, null, pairs, null, null, null);
        }

        static Key regions(List<KeyRegion> regions) {
            return new Key(null, null, null, null, null, null, null, regions, null, null);
        }

        static Key rubric(List<RubricPoint> points, @Nullable String sample) {
            return new Key(null, null, null, null, null, null, null, null, points, sample);
        }
    }

    /**
     * What belongs into a blank.
     *
     * @param accepted words, the best first
     * @param value a number
     * @param tolerance how far one may be off
     * @param token of what is to be picked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeyBlank(
            @Nullable List<String> accepted,
            @Nullable String value,
            @Nullable String tolerance,
            @Nullable String token) {}

    /** A place in the picture; the name may be empty. */
    public record KeyRegion(Region.Shape shape, String name, boolean correct) {}

    /** One thing to be said; the text is HTML. */
    public record RubricPoint(String token, String text, BigDecimal weight) {}

    /** Why an option is right or wrong; HTML. */
    public record Why(String token, String text) {}
}
