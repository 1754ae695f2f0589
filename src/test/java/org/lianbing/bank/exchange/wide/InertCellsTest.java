package org.lianbing.bank.exchange.wide;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.content.EveryType;
import org.lianbing.bank.exchange.format.OneItem;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever an item says, a program that opens the workbook computes nothing of it, also once somebody edited the cell. */
class InertCellsTest {

    private static final String TEXT_FORMAT = "49";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "|cmd"})
    void everyFieldOfEveryTypeIsAText(String sign) throws IOException {
        List<ItemContent> contents = EveryType.contents()
                .map(content -> content.mapped(text -> sign + text))
                .toList();
        Map<String, String> parts = parts(Files.write(
                folder.resolve("items.xlsx"), new OneItem(contents, Map.of()).written(WideTesting.writer())));
        List<String> sheets = parts.keySet().stream()
                .filter(name -> name.startsWith("xl/worksheets/sheet"))
                .toList();
        // Items, and the list of what is left out, whose column of stems shows them too.
        assertThat(sheets).hasSize(2);
        List<String> formats = formats(parts.getOrDefault("xl/styles.xml", ""));
        int texts = 0;
        for (String sheet : sheets) {
            String xml = parts.getOrDefault(sheet, "");
            assertThat(xml).doesNotContain("<f>", "<f ", "<hyperlink");
            Matcher cell = Pattern.compile("<c r=\"[A-Z]+(\\d+)\"([^>/]*)(?:/>|>(.*?)</c>)")
                    .matcher(xml);
            while (cell.find()) {
                boolean words =
                        cell.group(2).contains("t=\"s\"") || cell.group(2).contains("t=\"inlineStr\"");
                boolean empty = cell.group(3) == null || cell.group(3).isEmpty();
                assertThat(words || empty).as(cell.group()).isTrue();
                if (!cell.group(1).equals("1") && words) {
                    texts++;
                    Matcher style = Pattern.compile("s=\"(\\d+)\"").matcher(cell.group(2));
                    assertThat(style.find()).as(cell.group()).isTrue();
                    assertThat(formats.get(Integer.parseInt(style.group(1)))).isEqualTo(TEXT_FORMAT);
                }
            }
        }
        assertThat(texts).isGreaterThan(60);
    }

    /** Where nobody has written yet: Excel would make dates of 1/2, and 7 of 007. */
    @Test
    void whatIsWrittenBelowIsATextToo() throws IOException {
        Path template = folder.resolve("template.xlsx");
        try (OutputStream out = Files.newOutputStream(template)) {
            new WideWriter(key -> WideTesting.words().getMessage(key, null, Locale.SIMPLIFIED_CHINESE))
                    .template(out, List.of(), List.of("怎样填写"), List.of("初级工"));
        }
        Path items = Files.write(
                folder.resolve("some.xlsx"),
                new OneItem(EveryType.contents().toList(), Map.of()).written(WideTesting.writer()));
        for (Path file : List.of(template, items)) {
            Map<String, String> parts = parts(file);
            String sheet = parts.getOrDefault("xl/worksheets/sheet1.xml", "");
            int named = Pattern.compile("<c r=\"[A-Z]+1\"")
                    .matcher(sheet)
                    .results()
                    .toList()
                    .size();
            List<String> styles = Pattern.compile("<col [^>]*style=\"(\\d+)\"")
                    .matcher(sheet)
                    .results()
                    .map(column -> column.group(1))
                    .toList();
            assertThat(styles).hasSize(named).hasSizeGreaterThan(10);
            List<String> formats = formats(parts.getOrDefault("xl/styles.xml", ""));
            assertThat(styles)
                    .allSatisfy(style ->
                            assertThat(formats.get(Integer.parseInt(style))).isEqualTo(TEXT_FORMAT));
        }
    }

    /** The number formats of the styles of cells, in their order. */
    private static List<String> formats(String styles) {
        List<String> all = new ArrayList<>();
        Matcher xf =
                Pattern.compile("<xf [^>]*numFmtId=\"(\\d+)\"").matcher(styles.substring(styles.indexOf("<cellXfs")));
        while (xf.find()) {
            String id = xf.group(1);
            all.add(styles.contains("<numFmt numFmtId=\"" + id + "\" formatCode=\"@\"") ? TEXT_FORMAT : id);
        }
        return all;
    }

    private static Map<String, String> parts(Path file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
