package org.lianbing.attempt.rest;

import java.math.BigDecimal;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a form looks to those who ask for it: its bytes were written when it was frozen, so this only describes them. */
@Schema(name = "Form")
record FormJson(
        String formId,
        String title,
        List<Section> sections,
        List<Case> cases,
        BigDecimal maxScore,

        @Schema(description = "What may be used; left out for nothing") @Nullable
        Aids aids,

        List<Slot> slots) {

    @Schema(name = "FormAids")
    record Aids(
            boolean calculator,
            @Schema(description = "HTML") @Nullable String formulaSheet,

            @Schema(description = "Whether the player hinders copying and printing")
            boolean guarded) {}

    @Schema(name = "FormSection")
    record Section(String name, String rule, String type, English en) {}

    @Schema(name = "FormSectionInEnglish")
    record English(String name, String rule) {}

    @Schema(name = "FormCase", description = "A case: its parts are the slots of this group, in their order")
    record Case(int group, @Schema(description = "HTML") String stem) {}

    @Schema(name = "FormRule")
    record Rule(String zh, String en) {}

    @Schema(name = "FormSlot")
    record Slot(
            @Schema(description = "Names the slot when a response is sent")
            int slot,

            @Schema(description = "Number of the section, from 1")
            int section,

            @Schema(description = "Of which case it is a part; left out for an item by itself") @Nullable
            Integer group,

            @Schema(description = "Which part of the case, from 1") @Nullable
            Integer part,

            @Schema(description = ResponseShapes.BY_TYPE, example = "single-choice")
            String type,

            BigDecimal maxScore,

            @Schema(description = "How it is scored, where the section's rule does not say") @Nullable
            Rule rule,

            @Schema(
                    description = "HTML; empty where there are variants. In a fill-in item each"
                            + " <span data-blank=\"n\"> is the place of the blank of that number, from 1")
            String stem,

            @Schema(description = "Options or steps; the rights of a matching item") @Nullable
            List<Option> options,

            @Schema(description = "Of a matching item") @Nullable
            List<Option> lefts,

            @Schema(description = "Of a fill-in item, in the order of their numbers") @Nullable
            List<Blank> blanks,

            @Schema(description = "Of a hotspot item") @Nullable
            Picture picture,

            @Schema(description = "Of a practical item") @Nullable
            Task task,

            @Schema(
                    description = "Of a calculated item; which of them is the candidate's stands in the attempt's"
                            + " arrangement, counted from 0")
            @Nullable
            List<Variant> variants,

            @Schema(description = "Of a number") @Nullable String unit,

            @Schema(description = "How many significant figures a number must have") @Nullable
            Integer figures,

            @Schema(description = "How many files may be handed in with a text or instead of it; left out for none")
            @Nullable
            Integer uploads) {}

    @Schema(name = "FormOption")
    record Option(
            @Schema(description = "What a response names the option by")
            String token,

            @Schema(description = "HTML") String text) {}

    @Schema(name = "FormBlank")
    record Blank(
            @Schema(allowableValues = {"words", "number", "pick"})
            String kind,

            @Schema(description = "What is picked from; the texts are plain") @Nullable
            List<Option> options) {}

    @Schema(name = "FormPicture")
    record Picture(
            @Schema(description = "HTML") String html,

            @Schema(description = "In pixels, as responses count")
            int width,

            int height,
            @Schema(description = "How often one may point") int picks) {}

    @Schema(name = "FormTask")
    record Task(
            @Schema(description = "What must be at hand; HTML")
            List<String> preparation,

            int minutes,
            List<Criterion> criteria) {}

    @Schema(name = "FormCriterion")
    record Criterion(
            String token,
            @Schema(description = "HTML") String text,
            BigDecimal points,
            @Schema(description = "HTML; may be empty") String deductions) {}

    @Schema(name = "FormVariant")
    record Variant(
            @Schema(description = "HTML") String stem,

            @Schema(description = "Results to choose from; left out where a number is typed") @Nullable
            List<Option> options) {}
}
