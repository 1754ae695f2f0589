package org.lianbing.attempt.rest;

import java.math.BigDecimal;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a form looks to those who ask for it: its bytes were written when it was frozen, so this only describes them. */
@Schema(name = "Form")
record FormJson(String formId, String title, List<Section> sections, BigDecimal maxScore, List<Slot> slots) {

    @Schema(name = "FormSection")
    record Section(String name, String rule, String type, English en) {}

    @Schema(name = "FormSectionInEnglish")
    record English(String name, String rule) {}

    @Schema(name = "FormSlot")
    record Slot(
            @Schema(description = "Names the slot when a response is sent")
            int slot,

            @Schema(description = "Number of the section, from 1")
            int section,

            @Schema(description = "Decides about the shape of a response's value", example = "single-choice")
            String type,

            BigDecimal maxScore,
            @Schema(description = "HTML") String stem,

            @Schema(description = "Options or steps; left out for a number") @Nullable
            List<Option> options,

            @Schema(description = "Of a number") @Nullable String unit) {}

    @Schema(name = "FormOption")
    record Option(
            @Schema(description = "What a response names the option by")
            String token,

            @Schema(description = "HTML") String text) {}
}
