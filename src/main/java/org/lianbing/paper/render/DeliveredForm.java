package org.lianbing.paper.render;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import org.lianbing.paper.SlotView;

/**
 * The JSON of a form as candidates get it.
 *
 * @param formId which
 * @param title as the candidate reads it
 * @param sections the parts, in order
 * @param cases the stems that several slots share
 * @param maxScore the sum of the slots
 * @param aids what may be used; null for nothing
 * @param slots in base order
 */
public record DeliveredForm(
        String formId,
        String title,
        List<DeliveredSection> sections,
        List<DeliveredCase> cases,
        BigDecimal maxScore,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DeliveredAids aids,
        List<DeliveredSlot> slots) {

    /**
     * What may be used.
     *
     * @param calculator whether there is one
     * @param formulaSheet HTML; null for none
     * @param guarded whether copying and printing is hindered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeliveredAids(
            boolean calculator, @Nullable String formulaSheet, boolean guarded) {}

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
     * A 案例.
     *
     * @param group by which its slots name it, from 1
     * @param stem HTML
     */
    public record DeliveredCase(int group, String stem) {}

    /** How a slot is scored, where its section does not say. */
    public record DeliveredRule(String zh, String en) {}

    /**
     * A place in the form.
     *
     * @param slot from 1
     * @param section from 1
     * @param group of which case it is a part; null for an item by itself
     * @param part which part, from 1
     * @param type as named in the API
     * @param maxScore what a right answer counts
     * @param rule how it is scored; null where the section's rule is its
     * @param stem HTML; empty where there are variants
     * @param body what stands below the stem
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeliveredSlot(
            int slot,
            int section,
            @Nullable Integer group,
            @Nullable Integer part,
            String type,
            BigDecimal maxScore,
            @Nullable DeliveredRule rule,
            String stem,
            @JsonUnwrapped SlotView body) {}
}
