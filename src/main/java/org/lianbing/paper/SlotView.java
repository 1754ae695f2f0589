package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate sees of a slot below its stem, without a word about what is right. Only what the type has is there.
 *
 * @param options options or steps in base order; the rights of a 连线
 * @param lefts of a 连线, in base order
 * @param blanks of a 填空, in the order of their places in the stem, where {@code <span data-blank="n">} stands
 * @param picture of a 热点
 * @param task of a 技能操作
 * @param variants of a 计算: stem and options of each; which one is yours stands in the arrangement
 * @param unit of a number; may be empty
 * @param figures how many significant figures a number must have
 * @param uploads how many files may be handed in with a text or instead of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlotView(
        @Nullable List<Option> options,
        @Nullable List<Option> lefts,
        @Nullable List<Blank> blanks,
        @Nullable Picture picture,
        @Nullable Task task,
        @Nullable List<Variant> variants,
        @Nullable String unit,
        @Nullable Integer figures,
        @Nullable Integer uploads) {

    /** Nothing below the stem: a text is written. */
    public static final SlotView NONE = new SlotView(null, null, null, null, null, null, null, null, null);

    /** An option, a step, a side of a pair; the text is HTML. All have the same shape, whatever they are worth. */
    public record Option(String token, String text) {}

    /**
     * A blank.
     *
     * @param kind {@code words}, {@code number} or {@code pick}
     * @param options what is picked from, in base order; null where one types
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Blank(String kind, @Nullable List<Option> options) {}

    /**
     * A picture to point at.
     *
     * @param html the picture
     * @param width in its own pixels; responses count in them
     * @param height likewise
     * @param picks how often one may point
     */
    public record Picture(String html, int width, int height, int picks) {}

    /**
     * A practical task.
     *
     * @param preparation what must be at hand; HTML
     * @param minutes the time allowed
     * @param criteria the score sheet
     */
    public record Task(List<String> preparation, int minutes, List<Criterion> criteria) {}

    /** A line of the score sheet; the texts are HTML, deductions may be empty. */
    public record Criterion(String token, String text, BigDecimal points, String deductions) {}

    /** A variant of a 计算: its stem, and its options in base order where it has some. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Variant(String stem, @Nullable List<Option> options) {}

    /** What whoever has this variant sees. */
    SlotView of(Variant variant) {
        return new SlotView(variant.options(), null, null, null, null, null, unit, null, null);
    }

    static SlotView options(List<Option> options) {
        return new SlotView(options, null, null, null, null, null, null, null, null);
    }

    static SlotView number(String unit, @Nullable Integer figures) {
        return new SlotView(null, null, null, null, null, null, unit, figures, null);
    }

    static SlotView written(int uploads) {
        return uploads == 0 ? NONE : new SlotView(null, null, null, null, null, null, null, null, uploads);
    }
}
