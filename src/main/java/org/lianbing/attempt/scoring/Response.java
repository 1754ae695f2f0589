package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.attempt.WorkFileId;
import org.lianbing.bank.Region;

/** What was answered, in the tokens of the form. */
public sealed interface Response {

    /** Nothing, or cleared again. */
    record Blank() implements Response {}

    /** One option: 判断, 单选, 计算 with options. */
    record One(String token) implements Response {}

    /** Several options, at least one: 多选. */
    record Several(Set<String> tokens) implements Response {}

    /** All steps in the chosen order: 步骤排序. */
    record Order(List<String> tokens) implements Response {}

    /**
     * A number: 数值, 计算 without options.
     *
     * @param text as it was typed
     * @param value what it means
     */
    record Number(String text, BigDecimal value) implements Response {}

    /** What stands in each blank, as typed or as token; null for nothing; at least one has something: 填空. */
    record Blanks(List<@Nullable String> entries) implements Response {
        public Blanks {
            entries = Collections.unmodifiableList(new ArrayList<>(entries));
        }
    }

    /** The right chosen for each left that has one: 连线. */
    record Pairs(Map<String, String> rightOfLeft) implements Response {
        public Pairs {
            rightOfLeft = Map.copyOf(rightOfLeft);
        }
    }

    /** Where somebody pointed, in pixels of the picture: 热点. */
    record Points(List<Region.Spot> spots) implements Response {
        public Points {
            spots = List.copyOf(spots);
        }
    }

    /**
     * A text, files of work, or both: 简答, 论述.
     *
     * @param text as it was written; empty where there are files alone
     * @param files in the order in which they were added
     * @param said the points that the writer found in it afterwards; null until then
     */
    record Written(
            String text, List<WorkFileId> files, @Nullable Set<String> said) implements Response {
        public Written {
            files = List.copyOf(files);
        }

        /** A text alone. */
        public Written(String text, @Nullable Set<String> said) {
            this(text, List.of(), said);
        }

        /** The same with what its writer found in it. */
        public Written assessed(Set<String> found) {
            return new Written(text, files, found);
        }
    }

    /**
     * A score sheet that somebody filled in about their own work: 技能操作.
     *
     * @param deductions what is taken off, for each criterion that was looked at
     * @param seconds how long the work took
     */
    record Checklist(Map<String, BigDecimal> deductions, int seconds) implements Response {
        public Checklist {
            deductions = Map.copyOf(deductions);
        }
    }
}
