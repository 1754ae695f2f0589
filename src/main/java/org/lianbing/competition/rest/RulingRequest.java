package org.lianbing.competition.rest;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Region;

/** What is to hold for a slot, in the tokens of the form. */
@Schema(name = "Ruling")
record RulingRequest(
        @Schema(allowableValues = {"key", "full-marks", "taken-out"}) @Nullable
        String kind,

        @Schema(
                description =
                        "Of a key: all that are right, the one that is shown first; a response counts by the best")
        @Nullable
        List<KeyRequest> keys) {

    /** A key; what the type has is filled in. */
    @Schema(name = "MendedKey")
    record KeyRequest(
            @Schema(description = "判断, 单选 one; 多选 all; 步骤排序 in their order") @Nullable
            List<String> tokens,

            @Schema(description = "数值") @Nullable String value,

            @Schema(description = "数值; of a 计算 with its formula") @Nullable
            String tolerance,

            @Schema(description = "填空, in their order") @Nullable
            List<BlankRequest> blanks,

            @Schema(description = "连线: right token by left token") @Nullable
            Map<String, String> pairs,

            @Schema(description = "热点: as many as one points at, in pixels of the picture") @Nullable
            List<Region.Shape> regions,

            @Schema(description = "计算 without options: another formula over its variables") @Nullable
            String formula,

            @Schema(description = "To which the formula's results are rounded") @Nullable
            Integer decimals,

            @Schema(description = "计算 with options: 0 for the author's result, 1 and up for the distractors") @Nullable
            Integer option) {}

    /** What belongs into a blank. */
    @Schema(name = "MendedBlank")
    record BlankRequest(
            @Nullable List<String> accepted,
            @Nullable String value,
            @Nullable String tolerance,
            @Nullable String token) {}
}
