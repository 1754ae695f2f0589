package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.content.AnyContent;
import org.lianbing.bank.content.EveryType;
import org.lianbing.bank.content.Seen;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Loss;
import org.lianbing.bank.exchange.format.OneItem;
import org.lianbing.base.MarkdownText;
import org.lianbing.base.disk.FolderHash;
import org.lianbing.media.TestClips;

import static org.assertj.core.api.Assertions.assertThat;

class QtiRoundTripTest {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1};
    private static final String ID = FolderHash.of(PICTURE);

    static Stream<ItemContent> contents() {
        return EveryType.contents().map(content -> content.mapped(text -> text.replace("0".repeat(64), ID)));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void everyTypeComesBackEqual(ItemContent content) throws IOException {
        Collected back = Collected.of(new QtiPackageReader(), "p.zip", written(content));
        assertThat(back.contents()).containsExactly(content);
        assertThat(back.codes()).isEmpty();
        if (content.interaction() instanceof Interaction.Hotspot) {
            assertThat(back.pictures()).containsOnlyKeys(ID);
        }
    }

    /** What another system sees of the item says the same, as far as QTI can say it. */
    @ParameterizedTest
    @MethodSource("contents")
    void theItemSaysTheSameWithoutOurOwnWords(ItemContent content) throws IOException {
        Set<ItemType> carried = Set.of(
                ItemType.TRUE_FALSE,
                ItemType.SINGLE_CHOICE,
                ItemType.MULTIPLE_CHOICE,
                ItemType.ORDERING,
                ItemType.MATCHING);
        byte[] foreign = changed(written(content), " data-lianbing=\"[^\"]*\"", "");
        Collected back = Collected.of(new QtiPackageReader(), "p.zip", foreign);
        assertThat(back.questions()).hasSize(1);
        if (carried.contains(content.interaction().type())) {
            assertThat(back.only().interaction()).isEqualTo(content.interaction());
            assertThat(back.only().explanation()).isEqualTo(content.explanation());
        }
    }

    @Test
    void aCaseOfTasksComesBackAndOthersAreToldThatPartOfItIsLost() throws IOException {
        ItemContent content = EveryType.workshop();
        assertThat(Collected.of(new QtiPackageReader(), "p.zip", written(content))
                        .contents())
                .containsExactly(content);
        assertThat(new QtiPackageWriter(new MarkdownText()).loss(content)).isEqualTo(Loss.PART);
    }

    @Test
    void anyContentComesBackEqual() {
        List<ItemContent> any = AnyContent.whole(new Random(31), 300).stream()
                .map(content -> content.mapped(text -> text.replace("0".repeat(64), ID)))
                .toList();
        byte[] file = new OneItem(any, Map.of(ID, PICTURE)).written(new QtiPackageWriter(new MarkdownText()));
        Collected back = Collected.of(new QtiPackageReader(), "p.zip", file);
        assertThat(back.contents()).containsExactlyInAnyOrderElementsOf(any);
        assertThat(back.codes()).isEmpty();
    }

    /** Whatever the words are, what others show of them is the same, and so is what is right. */
    @Test
    void anyContentShowsTheSameWithoutOurOwnWords() throws IOException {
        Set<ItemType> carried = Set.of(
                ItemType.TRUE_FALSE,
                ItemType.SINGLE_CHOICE,
                ItemType.MULTIPLE_CHOICE,
                ItemType.ORDERING,
                ItemType.MATCHING);
        for (ItemContent content : AnyContent.whole(new Random(32), 300)) {
            byte[] foreign = changed(written(content), " data-lianbing=\"[^\"]*\"", "");
            Collected back = Collected.of(new QtiPackageReader(), "p.zip", foreign);
            assertThat(back.questions()).hasSize(1);
            // Where nothing is shown of a stem its title is read.
            boolean asked = Seen.of(content).words().getFirst().startsWith("stem");
            if (asked && carried.contains(content.interaction().type())) {
                assertThat(Seen.of(back.only())).isEqualTo(Seen.of(content));
                assertThat(back.only().credit()).isEqualTo(content.credit());
            }
        }
    }

    /** A rule is said by the template and by what each value counts, so that others score by it, and comes back from there. */
    @ParameterizedTest
    @MethodSource("ruled")
    void theRuleOfPartialCreditComesBackWithoutOurOwnWords(ItemContent content) throws IOException {
        byte[] foreign = changed(written(content), " data-lianbing=\"[^\"]*\"", "");
        Collected back = Collected.of(new QtiPackageReader(), "p.zip", foreign);
        assertThat(back.only().credit()).isEqualTo(content.credit());
        assertThat(back.codes()).doesNotContain("exchange.remark.scoring-left-out");
        boolean whole = content.credit() == PartialCredit.ALL_OR_NOTHING;
        // A template knows one response alone.
        boolean one = !(content.interaction() instanceof Interaction.FillIn);
        assertThat(item(foreign).contains("match_correct")).isEqualTo(whole && one);
    }

    /** What a number may be off by stands in the scoring alone, and comes back from there. */
    @ParameterizedTest
    @EnumSource
    @NullSource
    void tolerancesOfBlanksComeBackWithoutOurOwnWords(@Nullable PartialCredit rule) throws IOException {
        ItemContent content = new ItemContent(
                "____ Hz，____ V",
                new Interaction.FillIn(List.of(
                        new Blank.Value(new BigDecimal("50"), new BigDecimal("0.5")),
                        new Blank.Value(new BigDecimal("36"), BigDecimal.ZERO))),
                "",
                3,
                rule);
        byte[] foreign = changed(written(content), " data-lianbing=\"[^\"]*\"", "");
        Collected back = Collected.of(new QtiPackageReader(), "p.zip", foreign);
        assertThat(back.only().interaction()).isEqualTo(content.interaction());
        assertThat(back.codes()).isEmpty();
        // Without words among them, nothing says whether the paper may choose another rule.
        boolean named = rule != PartialCredit.RIGHT_PARTS;
        assertThat(back.only().credit()).isEqualTo(named ? rule : null);
    }

    static Stream<ItemContent> ruled() {
        List<PartialCredit> rules = new ArrayList<>(List.of(PartialCredit.values()));
        rules.add(null);
        return contents()
                .filter(content ->
                        PartialCredit.isChoiceFor(content.interaction().type()))
                .flatMap(content -> rules.stream()
                        .map(rule -> new ItemContent(
                                content.stem(), content.interaction(), content.explanation(), 3, rule)));
    }

    /** By the score that others give: all right, one of them, and one of them with something wrong. */
    @Test
    void othersScoreByTheRule() throws IOException {
        ItemContent item = contents().skip(2).findFirst().orElseThrow();
        assertThat(mapped(item, null)).containsExactly("1", "1", "-3");
        assertThat(mapped(item, PartialCredit.RIGHT_PARTS)).containsExactly("1", "1", "-3");
        assertThat(mapped(item, PartialCredit.NET_RIGHT)).containsExactly("1", "1", "-1");
        assertThat(mapped(item, PartialCredit.ALL_OR_NOTHING)).isEmpty();
    }

    private static List<String> mapped(ItemContent content, @Nullable PartialCredit rule) throws IOException {
        byte[] file = written(new ItemContent(content.stem(), content.interaction(), content.explanation(), 3, rule));
        return Pattern.compile("mapped-value=\"([^\"]+)\"")
                .matcher(item(file))
                .results()
                .map(one -> one.group(1))
                .toList();
    }

    /** The only item of a package. */
    private static String item(byte[] file) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().startsWith("items/")) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no item");
    }

    /** A word changed elsewhere leaves the rule as it was. */
    @Test
    void theRuleStaysWithAnItemThatWasChangedByHand() throws IOException {
        for (PartialCredit rule : PartialCredit.values()) {
            ItemContent content = contents().skip(2).findFirst().orElseThrow();
            byte[] changed = changed(
                    written(new ItemContent(content.stem(), content.interaction(), "", 3, rule)), ">绝缘手套", ">绝缘靴");
            ItemContent back =
                    Collected.of(new QtiPackageReader(), "p.zip", changed).only();
            assertThat(back.credit()).isEqualTo(rule);
            assertThat(back.interaction()).isNotEqualTo(content.interaction());
        }
    }

    /** Others see as many places for files as there may be files. */
    @Test
    void filesToHandInComeBackWithoutOurOwnWordsToo() throws IOException {
        ItemContent content = new ItemContent(
                "画图", new Interaction.Essay(new org.lianbing.bank.Rubric(List.of(), "样张", ""), 4), "", 3);
        byte[] foreign = changed(written(content), " data-lianbing=\"[^\"]*\"", "");
        assertThat(Collected.of(new QtiPackageReader(), "p.zip", foreign).only().interaction())
                .isEqualTo(content.interaction());
    }

    @Test
    void formulasComeBackAndOthersSeeThemToo() throws IOException {
        ItemContent content = new ItemContent(
                "求 $U_{{1}}$：$$\\frac{a<b}{\\sqrt{2}}$$", new Interaction.TrueFalse(true), "**因为** $x*y*z$", 3);
        byte[] written = written(content);
        byte[] foreign = changed(written, " data-lianbing=\"[^\"]*\"", "");
        for (byte[] each : List.of(written, foreign)) {
            assertThat(Collected.of(new QtiPackageReader(), "p.zip", each).only())
                    .isEqualTo(content);
        }
        assertThat(item(foreign))
                .contains(
                        "<p>求 <math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"inline\">",
                        "<msub><mi>U</mi>")
                .contains("display=\"block\"", "<mfrac><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>");
    }

    /** What has no MathML here stays TeX, as programs find it that show TeX in HTML. */
    @Test
    void formulasWithoutMathMlComeBackToo() throws IOException {
        ItemContent content =
                new ItemContent("求 $\\begin{matrix}a&b\\end{matrix}$", new Interaction.TrueFalse(true), "", 3);
        byte[] foreign = changed(written(content), " data-lianbing=\"[^\"]*\"", "");
        assertThat(item(foreign)).contains("\\(\\begin{matrix}a&amp;b\\end{matrix}\\)");
        assertThat(Collected.of(new QtiPackageReader(), "p.zip", foreign).only())
                .isEqualTo(content);
    }

    @Test
    void soundAndFilmTravelAndOthersPlayThem() throws IOException {
        byte[] sound = TestClips.mp3(7);
        byte[] film = TestClips.film(300);
        String heard = FolderHash.of(sound);
        String seen = FolderHash.of(film);
        ItemContent content = new ItemContent(
                "听 ![异响 (左)](media:" + heard + ")，看 ![装配](media:" + seen + ")",
                new Interaction.SingleChoice(
                        List.of(new Option("![甲](media:" + heard + ")", true, null), new Option("乙", false, null))),
                "讲解 ![讲解](media:" + seen + ")",
                3);
        Map<String, byte[]> files = Map.of(heard, sound, seen, film);
        byte[] written = new OneItem(List.of(content), files).written(new QtiPackageWriter(new MarkdownText()));
        byte[] foreign = changed(written, " data-lianbing=\"[^\"]*\"", "");
        assertThat(changed(written, "<video[^>]* src=\"\\.\\./media/" + seen.substring(0, 16) + "\\.mp4\"", "<x"))
                .isNotEqualTo(written);
        for (byte[] each : List.of(written, foreign)) {
            Collected back = Collected.of(new QtiPackageReader(), "p.zip", each);
            assertThat(back.only()).isEqualTo(content);
            assertThat(back.pictures()).containsOnlyKeys(files.keySet());
        }
    }

    @Test
    void whatWasChangedByHandCounts() throws IOException {
        ItemContent content = contents().skip(1).findFirst().orElseThrow();
        byte[] changed = changed(written(content), ">短路保护", ">过载保护");
        ItemContent back =
                Collected.of(new QtiPackageReader(), "p.zip", changed).only();
        assertThat(((Interaction.SingleChoice) back.interaction())
                        .options()
                        .getFirst()
                        .text())
                .isEqualTo("过载保护");
    }

    private static byte[] written(ItemContent content) {
        return new OneItem(List.of(content), Map.of(ID, PICTURE)).written(new QtiPackageWriter(new MarkdownText()));
    }

    private static byte[] changed(byte[] file, String what, String into) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                boolean item = entry.getName().startsWith("items/");
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(
                        item
                                ? new String(bytes, StandardCharsets.UTF_8)
                                        .replaceAll(what, into)
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return out.toByteArray();
    }
}
