package org.lianbing.paper.render;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a form as candidates get it.
 *
 * @param formId which
 * @param title as the candidate reads it
 * @param sections the parts, in order
 * @param maxScore the sum of the slots
 * @param slots in base order
 */
public record DeliveredForm(
        String formId, String title, List<DeliveredSection> sections, BigDecimal maxScore, List<DeliveredSlot> slots) {

    /**
     * A part of the form.
     *
     * @param name of the type, in Chinese as the items are
     * @param rule how its items are scored
     * @param type of all its items
     * @param en the same two texts for those who read the frame in English
     */
    public record DeliveredSection(String name, String rule, String type, English en) {}

    /** Name and rule of a section in English. */
    public record English(String name, String rule) {}

    /**
     * A place in the form.
     *
     * @param slot from 1
     * @param section from 1
     * @param type as named in the API
     * @param maxScore what a right answer counts
     * @param stem HTML
     * @param options in base order; none for a number
     * @param unit of a number; null otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeliveredSlot(
            int slot,
            int section,
            String type,
            BigDecimal maxScore,
            String stem,
            @Nullable List<DeliveredOption> options,
            @Nullable String unit) {}

    /** An option or step; the text is HTML. All have the same shape, whatever they are worth. */
    public record DeliveredOption(String token, String text) {}
}
