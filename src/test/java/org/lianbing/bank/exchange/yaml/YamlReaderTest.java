package org.lianbing.bank.exchange.yaml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Question;

import static org.assertj.core.api.Assertions.assertThat;

/** No question of a file is lost without a word, however its list is written. */
@Timeout(20)
class YamlReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- type: true-false\n  stem: 甲。\n  key: true\n- type: true-false\n  stem: 乙。\n  key: false\n",
                "-\n  type: true-false\n  stem: 甲。\n  key: true\n-\n  type: true-false\n  stem: 乙。\n  key: false\n",
                "- type: true-false\n  stem: 甲。\n  key: true\n-\tstem: 乙。\n \ttype: true-false\n",
                "\ufeff- type: true-false\n  stem: 甲。\n  key: true\n- {type: true-false, stem: 乙。, key: false}\n",
                "# 题\r\n\r\n  - type: true-false\r\n    stem: 甲。\r\n    key: true\r\n"
                        + "  - type: true-false\r\n    stem: 乙。\r\n    key: false\r\n",
                "%YAML 1.2\n--- # 题\n- type: true-false\n  stem: 甲。\n  key: true\n"
                        + "---\n  - type: true-false\n    stem: 乙。\n    key: false\n...\n"
            })
    void everyEntryIsAnItem(String text) throws IOException {
        for (Collected file : new Collected[] {alone(text), packed(text)}) {
            assertThat(file.questions()).hasSize(2);
            assertThat(file.contents()).first().extracting(ItemContent::stem).isEqualTo("甲。");
            if (!text.contains("\t")) {
                assertThat(file.contents()).extracting(ItemContent::stem).containsExactly("甲。", "乙。");
            }
        }
    }

    @Test
    void whatIsNoListIsNamed() throws IOException {
        Collected mapping = packed("# 题\nitems:\n  - type: true-false\n    stem: 甲。\n    key: true\n");
        assertThat(mapping.codes()).containsExactly("exchange.yaml.no-list");
        assertThat(mapping.questions().getFirst().place()).isEqualTo("trades/a/items/01.yaml:2");
        assertThat(packed("[{type: true-false, stem: 甲。, key: true}]").codes())
                .containsExactly("exchange.yaml.no-list");
        Collected headed = packed("trade: fitter\n\n- type: true-false\n  stem: 甲。\n  key: true\n");
        assertThat(headed.codes()).containsExactly("exchange.yaml.no-list");
        assertThat(headed.questions())
                .extracting(Question::place)
                .containsExactly("trades/a/items/01.yaml:1", "trades/a/items/01.yaml:3");
        assertThat(packed("# 还没有题\n\n").questions()).isEmpty();
    }

    @Test
    void anEntryThatIsNoItemIsNamed() throws IOException {
        Collected file = packed("-\n- 甲\n- type: true-false\n  stem: 乙。\n  key: true\n- [\n");
        assertThat(file.codes())
                .containsExactly("bank.content-unreadable", "bank.content-unreadable", "exchange.yaml.broken");
        assertThat(file.contents()).hasSize(1);
    }

    @Test
    void bracketsWithoutEndAreReadSoon() throws IOException {
        String stem = "![".repeat(200_000) + "甲](../pictures/a.png)";
        Collected pictures = packed("- type: true-false\n  stem: '" + stem + "'\n  key: true\n");
        assertThat(pictures.questions()).hasSize(1);
        Collected deep = packed("- type: " + "[".repeat(100_000) + "\n- type: true-false\n  stem: 乙。\n  key: true\n");
        assertThat(deep.codes()).containsExactly("exchange.yaml.broken");
        assertThat(deep.contents()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "![](a), ![](<a>)",
        "甲 ![乙]( a 丙) ![[](b), 甲 ![乙]( <a> 丙) ![[](<b>)",
        "[甲](a) ![乙]() ![丙], [甲](a) ![乙]() ![丙]",
        "![a] (b) ![![c](d)](e), ![a] (b) ![![c](<d>)](e)"
    })
    void addressesOfPicturesAreFound(String text, String mapped) {
        assertThat(PictureAddresses.mapped(text, address -> "<" + address + ">"))
                .isEqualTo(mapped);
    }

    private static Collected alone(String text) {
        return Collected.of(new YamlReader(), "items.yaml", text);
    }

    private static Collected packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("trades/a/items/01.yaml"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return Collected.of(new YamlReader(), "bank.zip", out.toByteArray());
    }
}
