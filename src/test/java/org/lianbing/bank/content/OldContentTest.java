package org.lianbing.bank.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Contents as the first release wrote them, in the order of fields in which PostgreSQL keeps JSON (the shorter names
 * first). What was delivered once must stay readable for ever: never mend a text here, mend the code.
 */
class OldContentTest {

    static Stream<Arguments> stored() {
        return Stream.of(
                row("""
                        {"key": true, "stem": "断电后要先验电。", "type": "true-false", "difficulty": 2,
                         "explanation": "验明无电才能动手。"}
                        """, new ItemContent("断电后要先验电。", new Interaction.TrueFalse(true), "验明无电才能动手。", 2)),
                row(
                        """
                        {"stem": "用哪个量具？", "type": "single-choice", "options": [
                         {"text": "塞尺", "correct": false, "why": "量间隙用。"},
                         {"text": "游标卡尺", "correct": true}], "difficulty": 3, "explanation": ""}
                        """,
                        new ItemContent(
                                "用哪个量具？",
                                new Interaction.SingleChoice(
                                        List.of(option("塞尺", false, "量间隙用。"), option("游标卡尺", true, null))),
                                "",
                                3)),
                row(
                        """
                        {"stem": "哪些是安全用具？", "type": "multiple-choice", "options": [
                         {"text": "绝缘手套", "correct": true}, {"text": "验电器", "correct": true},
                         {"text": "扳手", "correct": false}], "difficulty": 1, "explanation": ""}
                        """,
                        new ItemContent(
                                "哪些是安全用具？",
                                new Interaction.MultipleChoice(List.of(
                                        option("绝缘手套", true, null),
                                        option("验电器", true, null),
                                        option("扳手", false, null))),
                                "",
                                1)),
                row("""
                        {"stem": "停电的步骤？", "type": "ordering", "steps": ["停电", "验电", "接地"],
                         "difficulty": 3, "explanation": ""}
                        """, new ItemContent("停电的步骤？", new Interaction.Ordering(List.of("停电", "验电", "接地")), "", 3)),
                row(
                        """
                        {"key": "0.020", "stem": "间隙多大？", "type": "numeric", "unit": "mm", "tolerance": "0.005",
                         "difficulty": 4, "explanation": ""}
                        """,
                        new ItemContent(
                                "间隙多大？",
                                new Interaction.Numeric(new BigDecimal("0.020"), new BigDecimal("0.005"), "mm"),
                                "",
                                4)));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void whatTheFirstReleaseStoredIsRead(String json, ItemContent content) {
        assertThat(ContentJson.STORED.read(json)).isEqualTo(content);
    }

    private static Arguments row(String json, ItemContent content) {
        return arguments(json, content);
    }

    private static Option option(String text, boolean correct, @Nullable String why) {
        return new Option(text, correct, why);
    }
}
