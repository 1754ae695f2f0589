package org.lianbing.competition.rest;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.AddressRange;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.SafeBrowser;
import org.lianbing.exam.SebKey;

/** From where and with what an exam is sat, as JSON. */
@Schema(name = "AccessRules")
record AccessBody(
        @Schema(
                description = "Address ranges, IPv4 or IPv6; any address where there are none",
                example = "[\"10.20.0.0/16\"]")
        @Nullable
        List<String> addresses,

        @Schema(description = "Whether Safe Exam Browser with the exam's own configuration is good") @Nullable
        Boolean ownConfig,

        @Schema(
                description =
                        "Config Keys of other configurations of Safe Exam Browser that are good, 64 hexadecimal digits")
        @Nullable
        List<String> configKeys,

        @Schema(description = "Browser Exam Keys that are good; where there are Config Keys, too, both are asked for")
        @Nullable
        List<String> browserExamKeys) {

    static AccessBody of(AccessRules rules) {
        return new AccessBody(
                rules.addresses().stream().map(AddressRange::toString).toList(),
                rules.browser().ownConfig(),
                rules.browser().configKeys().stream().map(SebKey::hex).toList(),
                rules.browser().examKeys().stream().map(SebKey::hex).toList());
    }

    static AccessRules read(@Nullable AccessBody asked) {
        return asked == null
                ? AccessRules.NONE
                : new AccessRules(
                        all(asked.addresses()).stream().map(AddressRange::of).toList(),
                        new SafeBrowser(
                                Boolean.TRUE.equals(asked.ownConfig()),
                                all(asked.configKeys()).stream()
                                        .map(SebKey::new)
                                        .toList(),
                                all(asked.browserExamKeys()).stream()
                                        .map(SebKey::new)
                                        .toList()));
    }

    private static List<String> all(@Nullable List<String> texts) {
        return Objects.requireNonNullElse(texts, List.of());
    }
}
