package org.lianbing.bank.content;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContentJsonTest {

    static Stream<ItemContent> contents() {
        return EveryType.contents();
    }

    @Test
    void thereIsAnItemOfEveryType() {
        Set<ItemType> types =
                contents().map(content -> content.interaction().type()).collect(Collectors.toSet());
        assertThat(types).isEqualTo(EnumSet.allOf(ItemType.class));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void whatIsStoredIsReadBackEqual(ItemContent content) {
        String json = ContentJson.STORED.write(content);
        assertThat(ContentJson.STORED.read(json)).isEqualTo(content);
        assertThat(json)
                .startsWith("{\"type\":\"" + content.interaction().type().code() + "\",\"stem\":");
    }

    @ParameterizedTest
    @MethodSource("contents")
    void whatIsWrittenIsReadBackEqual(ItemContent content) {
        assertThat(ContentJson.WRITTEN.read(ContentJson.WRITTEN.write(content))).isEqualTo(content);
    }

    @Test
    void theStoredShapeOfTheFirstTypesStaysAsItWas() {
        assertThat(contents().map(ContentJson.STORED::write).filter(json -> json.contains("numeric")))
                .containsExactly("{\"type\":\"numeric\",\"stem\":\"电阻 10 Ω 通过 0.2 A 的电流，电压是多少？\",\"key\":\"2.00\","
                        + "\"tolerance\":\"0.01\",\"unit\":\"V\",\"figures\":3,\"explanation\":\"见教材第三章。\","
                        + "\"difficulty\":3}");
        assertThat(ContentJson.STORED.write(contents().skip(1).findFirst().orElseThrow()))
                .isEqualTo("{\"type\":\"single-choice\",\"stem\":\"熔断器在电路中起什么作用？\",\"options\":["
                        + "{\"text\":\"短路保护\",\"correct\":true,\"why\":\"电流过大时熔体先断。\"},"
                        + "{\"text\":\"欠压保护\",\"correct\":false},"
                        + "{\"text\":\"失压保护\",\"correct\":false,\"why\":\"那是接触器的作用。\"}],"
                        + "\"explanation\":\"见教材第三章。\",\"difficulty\":3}");
    }

    @Test
    void whatMayBeLeftOutIsEmpty() {
        ItemContent matching = ContentJson.WRITTEN.read(
                "{\"type\":\"matching\",\"stem\":\"s\",\"pairs\":[{\"left\":\"a\",\"right\":\"b\"}],\"difficulty\":2}");
        assertThat(matching.explanation()).isEmpty();
        assertThat(ContentJson.WRITTEN.write(matching)).contains("\"extras\":[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"no-type\",\"stem\":\"s\"}",
                "{\"type\":\"essay\",\"stem\":\"s\"}",
                "{\"type\":\"numeric\",\"stem\":\"s\",\"unit\":\"V\"}",
                "{\"type\":\"numeric\",\"stem\":\"s\",\"key\":1e999999999,\"tolerance\":0,\"unit\":\"V\"}",
                "{\"type\":\"single-choice\",\"stem\":\"s\",\"options\":[{\"text\":null,\"key\":{}}]}",
                "{\"type\":\"true-false\",\"stem\":\"s\",\"key\":true,\"credit\":\"half\"}"
            })
    void whatIsNoContentIsRefused(String json) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> ContentJson.WRITTEN.read(json));
    }
}
