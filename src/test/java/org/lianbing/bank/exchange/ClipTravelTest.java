package org.lianbing.bank.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.OneItem;
import org.lianbing.bank.exchange.text.ClipWords;
import org.lianbing.bank.exchange.wide.WideTesting;
import org.lianbing.bank.exchange.yaml.YamlTesting;
import org.lianbing.base.disk.FolderHash;
import org.lianbing.media.TestClips;

import static org.assertj.core.api.Assertions.assertThat;

/** Sound and film in the formats that carry files beside the items, and in those that carry none. */
class ClipTravelTest {

    private static final byte[] SOUND = TestClips.mp3(3);
    private static final byte[] FILM = TestClips.film(2_000);
    private static final Map<String, byte[]> FILES = Map.of(FolderHash.of(SOUND), SOUND, FolderHash.of(FILM), FILM);

    private static final ItemContent CONTENT = new ItemContent(
            "听 ![异响](media:" + FolderHash.of(SOUND) + ")，看 ![装配](media:" + FolderHash.of(FILM) + ")",
            new Interaction.TrueFalse(true),
            "",
            3);

    @TempDir
    Path folder;

    @Test
    void yamlHasThemAsFilesBeside() {
        byte[] zip = new OneItem(List.of(CONTENT), FILES).written(YamlTesting.writer());
        assertThat(new String(zip, StandardCharsets.ISO_8859_1))
                .contains("pictures/" + FolderHash.of(SOUND).substring(0, 16) + ".mp3")
                .contains("pictures/" + FolderHash.of(FILM).substring(0, 16) + ".mp4");
        Collected back = Collected.of(YamlTesting.reader(), "items.zip", zip);
        assertThat(back.only()).isEqualTo(CONTENT);
        assertThat(back.pictures()).containsOnlyKeys(FILES.keySet());
    }

    @Test
    void aWorkbookSaysWhatTheyAreCalledAndListsTheItem() throws IOException {
        Path file = folder.resolve("items.xlsx");
        Files.write(file, new OneItem(List.of(CONTENT), FILES).written(WideTesting.writer()));
        assertThat(WideTesting.lost(file)).containsExactly("fitter-0000");
        assertThat(WideTesting.writer().carriesClips()).isFalse();
    }

    @Test
    void theirWordsStandInTheirPlace() {
        ClipWords words = new ClipWords(new OneItem(List.of(CONTENT), FILES));
        assertThat(words.in(CONTENT)).containsExactly("〔音频：异响〕", "〔视频：装配〕");
        new OneItem(List.of(CONTENT), FILES)
                .each(item -> assertThat(words.without(item).content().stem()).isEqualTo("听 〔音频：异响〕，看 〔视频：装配〕"));
    }
}
