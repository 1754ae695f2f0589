package org.lianbing.search;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GramsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "电压表 | 电 压 表 电压 压表",
                "PLC控制 | plc 控 制 控制",
                "２２０Ｖ电源 | 220 v 电 源 电源",
                "a-b 1.5 | a b 1 5",
                "《电》工 | 电 工"
            })
    void aDocumentIsFoundByCharactersPairsAndWords(String text, String grams) {
        assertThat(Grams.ofDocument(text)).containsExactlyInAnyOrder(grams.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"电压 | 电压", "电压表 | 电压 压表", "表 | 表", "220v 电 | 220 v 电", "electrician-0001 | electrician 0001"})
    void aQueryAsksForPairsAndForSingleCharactersOnlyWhereTheyStandAlone(String text, String grams) {
        assertThat(Grams.ofQuery(text)).containsExactlyInAnyOrder(grams.split(" "));
    }
}
