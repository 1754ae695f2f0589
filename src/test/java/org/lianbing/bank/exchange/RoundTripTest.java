package org.lianbing.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Pair;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.content.EveryType;
import org.lianbing.bank.exchange.format.ExportedItem;
import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.wide.ExcelTables;
import org.lianbing.bank.exchange.wide.ReadTables;
import org.lianbing.bank.exchange.wide.WideTesting;
import org.lianbing.bank.exchange.yaml.YamlTesting;
import org.lianbing.base.Level;
import org.lianbing.media.MediaFile;
import org.lianbing.media.MediaId;

import static org.assertj.core.api.Assertions.assertThat;

/** What is exported and imported again is equal, whatever it says. */
class RoundTripTest {

    private static final int ITEMS = 300;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
    private static final Origin WHOLE = new Origin("市赛 2025", "CC BY 4.0", "第 3 版", "张师傅");
    private static final String PICTURE = "a".repeat(64);
    private static final List<String> WORDS = List.of(
            "电动机",
            "=1+1",
            "+SUM(A1)",
            "-2+3",
            "@cmd",
            "=HYPERLINK(\"http://x\")",
            "**粗**",
            "a|b",
            "甲；乙",
            "x_y",
            "<b>",
            "$\\frac{1}{2}$",
            "第一行\n第二行",
            "\"引号\"",
            "C/D",
            "# 题",
            "1. 条",
            "Ω²",
            "'前",
            "a\\b",
            "- 项",
            "；",
            "&amp;");

    @TempDir
    Path folder;

    @Test
    void everyTypeComesBackFromYaml() throws IOException {
        assertThat(throughYaml(
                        EveryType.contents().map(RoundTripTest::withPicture).toList()))
                .isEqualTo(EveryType.contents().map(RoundTripTest::withPicture).toList());
    }

    @Test
    void anyContentComesBackFromYaml() throws IOException {
        List<ItemContent> contents = random(new Random(11));
        assertThat(throughYaml(contents)).isEqualTo(contents);
    }

    /** Beside their contents: what they are called, where they belong and where they come from. */
    @Test
    void labelsComeBackFromYaml() throws IOException {
        Path file = folder.resolve("labels.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            YamlTesting.writer()
                    .write(new Exported(EveryType.contents().limit(1).toList(), WHOLE), out);
        }
        List<Labels> back = new ArrayList<>();
        YamlTesting.reader()
                .read(new Upload("labels.zip", file), (name, bytes) -> "", question -> back.add(question.labels()));
        assertThat(back)
                .containsExactly(new Labels(
                        code(0),
                        List.of(),
                        List.of(),
                        "",
                        Level.SENIOR.code(),
                        WHOLE.source(),
                        WHOLE.credit(),
                        WHOLE.permission(),
                        WHOLE.edition()));
    }

    @Test
    void anyContentComesBackFromExcelOrIsListed() throws IOException {
        List<ItemContent> contents = new ArrayList<>(random(new Random(12)));
        contents.addAll(EveryType.contents().toList());
        Path file = folder.resolve("items.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            WideTesting.writer().write(new Exported(contents), out);
        }
        ReadTables read = ReadTables.of(new ExcelTables(), file);
        List<ItemContent> back = read.contents();
        List<String> listed = WideTesting.lost(file);
        for (int i = 0; i < contents.size(); i++) {
            if (!listed.contains(code(i))) {
                assertThat(back).as(code(i)).contains(contents.get(i));
            }
        }
        // What is listed is the exception: content with reasons, hints, or signs that stand for something in a cell.
        assertThat(listed.size()).isLessThan(contents.size() / 3);
    }

    private List<ItemContent> throughYaml(List<ItemContent> contents) throws IOException {
        Path file = folder.resolve("items.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            YamlTesting.writer().write(new Exported(contents), out);
        }
        List<ItemContent> back = new ArrayList<>();
        Upload upload = new Upload("items.zip", file);
        assertThat(YamlTesting.reader().reads(upload)).isTrue();
        YamlTesting.reader().read(upload, (name, bytes) -> "media:" + PICTURE, question -> {
            assertThat(question).isInstanceOf(Question.Read.class);
            back.add(((Question.Read) question).content());
        });
        return back;
    }

    private static ItemContent withPicture(ItemContent content) {
        return content.mapped(text -> text.replaceAll("media:[0-9a-f]{64}", "media:" + PICTURE));
    }

    private static List<ItemContent> random(Random random) {
        return IntStream.range(0, ITEMS).mapToObj(i -> content(random)).toList();
    }

    private static ItemContent content(Random random) {
        String stem = words(random);
        Interaction interaction = switch (random.nextInt(7)) {
            case 0 -> new Interaction.TrueFalse(random.nextBoolean());
            case 1 -> {
                int key = random.nextInt(3);
                yield new Interaction.SingleChoice(IntStream.range(0, 3)
                        .mapToObj(i -> new Option(words(random) + i, i == key, null))
                        .toList());
            }
            case 2 ->
                new Interaction.MultipleChoice(IntStream.range(0, 5)
                        .mapToObj(i -> new Option(words(random) + i, i % 2 == 0, null))
                        .toList());
            case 3 ->
                new Interaction.Ordering(
                        IntStream.range(0, 4).mapToObj(i -> words(random) + i).toList());
            case 4 ->
                new Interaction.Numeric(
                        BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(3))
                                .stripTrailingZeros()
                                .setScale(3),
                        new BigDecimal("0.5"),
                        "kΩ");
            case 5 -> {
                stem = "甲 ____ 乙 ____ 丙";
                yield new Interaction.FillIn(List.of(
                        new Blank.Words(List.of(words(random), words(random) + "2"), random.nextBoolean()),
                        new Blank.Value(new BigDecimal("2.50"), new BigDecimal("0"))));
            }
            default ->
                random.nextBoolean()
                        ? new Interaction.Matching(
                                List.of(new Pair("KM", words(random)), new Pair("FU", words(random))), List.of("时间"))
                        : new Interaction.ShortAnswer(
                                new Rubric(
                                        List.of(
                                                new Rubric.Point(words(random), new BigDecimal("2")),
                                                new Rubric.Point(words(random), BigDecimal.ONE)),
                                        words(random),
                                        ""),
                                random.nextInt(Interaction.MOST_UPLOADS + 1));
        };
        return new ItemContent(
                stem,
                interaction,
                random.nextBoolean() ? words(random) : "",
                1 + random.nextInt(5),
                interaction instanceof Interaction.MultipleChoice && random.nextBoolean()
                        ? PartialCredit.NET_RIGHT
                        : null);
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString().strip();
    }

    private static String code(int index) {
        return String.format(Locale.ROOT, "fitter-%04d", index + 1);
    }

    private record Exported(List<ItemContent> contents, Origin origin) implements ExportedItems {

        Exported(List<ItemContent> contents) {
            this(contents, Origin.NONE);
        }

        @Override
        public String title() {
            return "钳工";
        }

        @Override
        public Locale language() {
            return Locale.CHINESE;
        }

        @Override
        public void each(Consumer<ExportedItem> taker) {
            for (int i = 0; i < contents.size(); i++) {
                taker.accept(new ExportedItem(
                        code(i), contents.get(i), "fitter", "钳工", List.of(Level.SENIOR), List.of(), origin));
            }
        }

        @Override
        public Optional<MediaFile> media(String id) {
            return Optional.of(new MediaFile(new MediaId(id), "image/png", PNG));
        }
    }
}
