package org.lianbing.bank.exchange.moodle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;
import org.lianbing.bank.content.AnyContent;
import org.lianbing.bank.content.EveryType;
import org.lianbing.bank.content.Seen;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.OneItem;
import org.lianbing.bank.exchange.wide.WideTesting;
import org.lianbing.base.disk.FolderHash;
import org.lianbing.media.TestClips;

import static org.assertj.core.api.Assertions.assertThat;

class MoodleRoundTripTest {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1};
    private static final String ID = FolderHash.of(PICTURE);

    static Stream<ItemContent> contents() {
        return EveryType.contents().map(content -> content.mapped(text -> text.replace("0".repeat(64), ID)));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void everyTypeComesBackEqual(ItemContent content) {
        Collected back = back(content, 0);
        assertThat(back.contents()).containsExactly(content);
        assertThat(back.codes()).isEmpty();
    }

    @Test
    void anyContentComesBackEqual() {
        List<ItemContent> any = AnyContent.whole(new Random(41), 300).stream()
                .map(content -> content.mapped(text -> text.replace("0".repeat(64), ID)))
                .toList();
        byte[] file = new OneItem(any, Map.of(ID, PICTURE)).written(new MoodleXmlWriter(WideTesting.words()));
        Collected back = Collected.of(new MoodleXmlReader(), "q.xml", file);
        assertThat(back.contents()).isEqualTo(any);
        assertThat(back.codes()).isEmpty();
    }

    /** Whatever the words are, Moodle shows the same of them, and the same is right. */
    @Test
    void anyContentShowsTheSameWithoutOurOwnWords() {
        Set<ItemType> carried = Set.of(
                ItemType.TRUE_FALSE,
                ItemType.SINGLE_CHOICE,
                ItemType.MULTIPLE_CHOICE,
                ItemType.ORDERING,
                ItemType.MATCHING);
        for (ItemContent content : AnyContent.whole(new Random(42), 300)) {
            String file = new String(
                    new OneItem(List.of(content), Map.of(ID, PICTURE))
                            .written(new MoodleXmlWriter(WideTesting.words())),
                    StandardCharsets.UTF_8);
            Collected back =
                    Collected.of(new MoodleXmlReader(), "q.xml", file.replaceAll("(?s)<lianbing .*?</lianbing>", ""));
            assertThat(back.questions()).hasSize(1);
            if (carried.contains(content.interaction().type())) {
                assertThat(Seen.of(back.only())).isEqualTo(Seen.of(content));
            }
        }
    }

    @Test
    void picturesTravel() {
        ItemContent content = new ItemContent(
                "看图 ![符号](media:" + ID + ")，选 `a` 和 x<sub>1</sub>",
                new Interaction.SingleChoice(List.of(
                        new Option("![甲](media:" + ID + ")", true, null), new Option("乙 < 丙 & 丁", false, "因为 1 < 2"))),
                "",
                3);
        Collected back = back(content, 0);
        assertThat(back.contents()).containsExactly(content);
        assertThat(back.pictures()).containsOnlyKeys(ID);
    }

    @Test
    void soundAndFilmTravelAndOthersPlayThem() {
        byte[] sound = TestClips.mp3(7);
        byte[] film = TestClips.film(300);
        ItemContent content = new ItemContent(
                "听 ![异响 <左>](media:" + FolderHash.of(sound) + ")，看 ![装配](media:" + FolderHash.of(film) + ")",
                new Interaction.SingleChoice(List.of(
                        new Option("![甲](media:" + FolderHash.of(sound) + ")", true, null),
                        new Option("乙", false, null))),
                "讲解 ![讲解](media:" + FolderHash.of(film) + ")",
                3);
        Map<String, byte[]> files = Map.of(FolderHash.of(sound), sound, FolderHash.of(film), film);
        String file = new String(
                new OneItem(List.of(content), files).written(new MoodleXmlWriter(WideTesting.words())),
                StandardCharsets.UTF_8);
        assertThat(file).contains("&lt;audio controls=\"controls\" src=\"@@PLUGINFILE@@/", ".mp3\"", ".mp4\"");
        String foreign = file.replaceAll("(?s)<lianbing .*?</lianbing>", "");
        assertThat(foreign).isNotEqualTo(file);
        for (String each : List.of(file, foreign)) {
            Collected back = Collected.of(new MoodleXmlReader(), "q.xml", each);
            assertThat(back.contents()).containsExactly(content);
            assertThat(back.pictures()).containsOnlyKeys(files.keySet());
            assertThat(back.codes()).isEmpty();
        }
    }

    @Test
    void whatMoodleItselfWritesOfSoundAndFilmIsRead() {
        String data = Base64.getEncoder().encodeToString(TestClips.mp3(9));
        String html = "<p>听 <audio controls=\"true\"><source src=\"@@PLUGINFILE@@/a%20b.mp3\">异响</audio>"
                + " 或 <a href=\"@@PLUGINFILE@@/a%20b.mp3\">下载</a>，见 <a href=\"https://example.org/x\">网页</a></p>";
        String file = "<quiz><question type=\"truefalse\"><questiontext format=\"html\"><text><![CDATA[" + html
                + "]]></text><file name=\"a b.mp3\" path=\"/\" encoding=\"base64\">" + data + "</file></questiontext>"
                + "<answer fraction=\"100\"><text>true</text></answer><answer fraction=\"0\"><text>false</text></answer>"
                + "</question></quiz>";
        String hash = FolderHash.of(TestClips.mp3(9));
        assertThat(Collected.of(new MoodleXmlReader(), "q.xml", file).only().stem())
                .isEqualTo("听 ![异响](media:" + hash + ") 或 ![下载](media:" + hash + ")，见 网页");
    }

    @Test
    void whatWasChangedByHandCounts() {
        ItemContent content = contents().skip(1).findFirst().orElseThrow();
        Collected back = back(content, 1);
        assertThat(((Interaction.SingleChoice) back.only().interaction()).options())
                .extracting(Option::text)
                .contains("过载保护")
                .doesNotContain("短路保护");
    }

    /** Written and read again, with so many words changed in between. */
    private static Collected back(ItemContent content, int changes) {
        byte[] file =
                new OneItem(List.of(content), Map.of(ID, PICTURE)).written(new MoodleXmlWriter(WideTesting.words()));
        String text = new String(file, StandardCharsets.UTF_8);
        return Collected.of(
                new MoodleXmlReader(), "q.xml", changes == 0 ? text : text.replaceFirst("<text>短路保护", "<text>过载保护"));
    }
}
