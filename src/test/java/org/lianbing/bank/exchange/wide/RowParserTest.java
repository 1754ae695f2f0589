package org.lianbing.bank.exchange.wide;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.exchange.ImportCells;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.base.Level;

import static org.assertj.core.api.Assertions.assertThat;

class RowParserTest {

    private static final RowContext ANY = new RowContext(Set.of(Level.SENIOR), true, PointNames.NONE);

    /** Type, options with bars between, answer; then the key read: letters, steps in order, or yes and no. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        单选题   ; 甲|乙|丙|丁             ; A          ; 甲
        单项选择 ; 甲|乙|丙|丁             ; ｂ         ; 乙
        单选     ; A、甲|B、乙|C、丙       ; C          ; 丙
        单选     ; 220 V|380 V             ; 380 V      ; 380 V
        多选题   ; 甲|乙|丙|丁             ; ABD        ; 甲,乙,丁
        多选     ; 甲|乙|丙|丁             ; A,B        ; 甲,乙
        多选     ; 甲|乙|丙|丁             ; A、B、D    ; 甲,乙,丁
        多项选择题; 甲|乙|丙|丁            ; Ａ，Ｃ     ; 甲,丙
        ''       ; 甲|乙|丙|丁             ; C          ; 丙
        选择题   ; 甲|乙|丙|丁             ; BD         ; 乙,丁
        判断     ; ''                      ; 对         ; true
        判断     ; ''                      ; 错误       ; false
        判断     ; ''                      ; 正确（√） ; true
        判断     ; ''                      ; （×）      ; false
        判断     ; ''                      ; T          ; true
        判断     ; ''                      ; F          ; false
        判断     ; ''                      ; √          ; true
        判断     ; ''                      ; ×          ; false
        判断     ; 正确|错误               ; A          ; true
        判断     ; 正确|错误               ; B          ; false
        判断     ; 错误|正确               ; A          ; false
        判断     ; ''                      ; B          ; false
        判断     ; ''                      ; FALSE      ; false
        ''       ; ''                      ; 正确       ; true
        排序     ; 甲|乙|丙|丁             ; CABD       ; 丙,甲,乙,丁
        步骤排序 ; 甲|乙|丙                ; 3-1-2      ; 丙,甲,乙
        排序题   ; 甲|乙|丙                ; C→B→A      ; 丙,乙,甲
        数值     ; ''                      ; 3.2±0.1 kΩ ; 3.2±0.1 kΩ
        计算题   ; ''                      ; 86.4       ; 86.4±0
        """)
    void answersOfAllKinds(String type, String options, String answer, String key) {
        RowReading reading = RowParser.parse(cells(type, options, answer), false, ANY);
        assertThat(reading).isInstanceOf(RowReading.Parsed.class);
        assertThat(key(((RowReading.Parsed) reading).content().interaction())).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        单选   ; 甲|乙|丙|丁 ; E    ; ANSWER   ; exchange.problem.answer-no-option
        单选   ; 甲|乙|丙|丁 ; AB   ; ANSWER   ; exchange.problem.answer-several
        单选   ; 甲|乙|丙|丁 ; 戊   ; ANSWER   ; exchange.problem.answer-not-letters
        单选   ; 甲|乙|丙|丁 ; ''   ; ANSWER   ; exchange.problem.answer-missing
        单选   ; 甲          ; A    ; OPTION_B ; exchange.problem.options-few
        单选   ; 甲||丙      ; A    ; OPTION_B ; exchange.problem.option-gap
        判断   ; ''          ; 也许 ; ANSWER   ; exchange.problem.answer-not-truth
        排序   ; 甲|乙|丙    ; AB   ; ANSWER   ; exchange.problem.answer-order-incomplete
        排序   ; 甲|乙|丙    ; 乱   ; ANSWER   ; exchange.problem.answer-not-order
        数值   ; ''          ; 很多 ; ANSWER   ; exchange.problem.answer-not-number
        识图题 ; ''          ; 略   ; TYPE     ; exchange.problem.type-not-yet
        怪题   ; ''          ; A    ; TYPE     ; exchange.problem.type-unknown
        ''     ; ''          ; 略   ; TYPE     ; exchange.problem.type-missing
        """)
    void problemsNameTheirCell(String type, String options, String answer, ImportField field, String code) {
        RowReading reading = RowParser.parse(cells(type, options, answer), false, ANY);
        assertThat(reading).isInstanceOf(RowReading.Unreadable.class);
        assertThat(reading.problems())
                .extracting(ImportProblem::field, ImportProblem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, code));
    }

    @ParameterizedTest
    @CsvSource({
        "易,1", "中,3", "难,5", "较难,4", "1,1", "3,3", "5,5", "0.95,1", "0.6,3", "0.2,5", "1.0,1", "２,2", "'',3", "怪,3",
        "7,3"
    })
    void difficultyInWordsAndNumbers(String text, int difficulty) {
        ImportCells cells = cells("判断", "", "对").with(ImportField.DIFFICULTY, text);
        RowReading reading = RowParser.parse(cells, false, ANY);
        assertThat(((RowReading.Parsed) reading).content().difficulty()).isEqualTo(difficulty);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        中级工          ; INTERMEDIATE
        三级/高级工     ; SENIOR
        中级工、高级工  ; INTERMEDIATE SENIOR
        ''              ; SENIOR
        怪等级          ; SENIOR
        """)
    void levelsOrThoseOfTheImport(String text, String levels) {
        ImportCells cells = cells("判断", "", "对").with(ImportField.LEVELS, text);
        RowReading.Parsed reading = (RowReading.Parsed) RowParser.parse(cells, false, ANY);
        assertThat(reading.levels().stream().sorted().map(Level::name).collect(Collectors.joining(" ")))
                .isEqualTo(levels);
    }

    @Test
    void plainTextStaysWhatItIsInMarkdown() {
        ImportCells cells = cells("判断", "", "对").with(ImportField.STEM, "3*4*5 < 100 且 <b> 与 a_b_c\n第二行");
        RowReading.Parsed reading = (RowReading.Parsed) RowParser.parse(cells, false, ANY);
        assertThat(reading.content().stem()).isEqualTo("3\\*4\\*5 \\< 100 且 \\<b\\> 与 a\\_b\\_c\\\n第二行");
    }

    @Test
    void markdownOfOurOwnExportsIsLeftAlone() {
        ImportCells cells = cells("判断", "", "对").with(ImportField.STEM, "**粗** ![图](media:ab)");
        RowReading.Parsed reading = (RowReading.Parsed) RowParser.parse(cells, true, ANY);
        assertThat(reading.content().stem()).isEqualTo("**粗** ![图](media:ab)");
    }

    private static ImportCells cells(String type, String options, String answer) {
        Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
        texts.put(ImportField.TYPE, type);
        texts.put(ImportField.STEM, "题干");
        texts.put(ImportField.ANSWER, answer);
        String[] parts = options.split("\\|");
        for (int i = 0; i < parts.length; i++) {
            texts.put(ImportField.OPTIONS.get(i), parts[i]);
        }
        return new ImportCells(texts);
    }

    private static String key(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> String.valueOf(truth.key());
            case Interaction.SingleChoice choice -> correct(choice.options());
            case Interaction.MultipleChoice choice -> correct(choice.options());
            case Interaction.Ordering ordering -> String.join(",", ordering.steps());
            case Interaction.Numeric number ->
                (number.key().toPlainString() + "±" + number.tolerance().toPlainString() + " " + number.unit()).strip();
            default -> throw new IllegalArgumentException(interaction.toString());
        };
    }

    private static String correct(List<Option> options) {
        return options.stream().filter(Option::correct).map(Option::text).collect(Collectors.joining(","));
    }
}
