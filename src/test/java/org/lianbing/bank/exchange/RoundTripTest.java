package org.lianbing.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Origin;
import org.lianbing.bank.content.AnyContent;
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

    @TempDir
    Path folder;

    @Test
    void everyTypeComesBackFromYaml() throws IOException {
        assertThat(throughYaml(
                        EveryType.contents().map(RoundTripTest::withPicture).toList()))
                .isEqualTo(EveryType.contents().map(RoundTripTest::withPicture).toList());
    }

    @Test
    void aCaseOfTasksComesBackFromYamlAndIsListedInExcel() throws IOException {
        ItemContent content = EveryType.workshop();
        assertThat(throughYaml(List.of(content))).containsExactly(content);
        Path file = folder.resolve("workshop.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            WideTesting.writer().write(new Exported(List.of(content)), out);
        }
        assertThat(WideTesting.lost(file)).containsExactly(code(0));
    }

    @Test
    void anyContentComesBackFromYaml() throws IOException {
        List<ItemContent> contents = new ArrayList<>(AnyContent.tabular(new Random(11), ITEMS));
        AnyContent.whole(new Random(21), ITEMS).stream()
                .map(RoundTripTest::withPicture)
                .forEach(contents::add);
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
        List<ItemContent> contents = new ArrayList<>(AnyContent.tabular(new Random(12), ITEMS));
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
