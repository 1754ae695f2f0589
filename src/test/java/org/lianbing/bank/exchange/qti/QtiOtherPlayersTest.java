package org.lianbing.bank.exchange.qti;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.content.EveryType;
import org.lianbing.bank.exchange.format.OneItem;
import org.lianbing.base.MarkdownText;

import static org.assertj.core.api.Assertions.assertThat;

/** What players of others make of the items that we write: all they name is there, and they score as we do. */
class QtiOtherPlayersTest {

    static Stream<ItemContent> contents() {
        return Stream.concat(EveryType.contents(), Stream.of(EveryType.workshop()))
                .flatMap(content -> Stream.of(
                        content,
                        new ItemContent(
                                content.stem(),
                                content.interaction(),
                                content.explanation(),
                                3,
                                PartialCredit.isChoiceFor(content.interaction().type())
                                        ? PartialCredit.ALL_OR_NOTHING
                                        : content.credit())));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void whatIsNamedIsDeclaredAndWhatIsDeclaredIsAsked(ItemContent content) throws IOException {
        Element item = Jsoup.parse(xml(content), "", Parser.xmlParser()).expectFirst("qti-assessment-item");
        List<String> responses = item.select("> qti-response-declaration").eachAttr("identifier");
        List<String> outcomes = item.select("> qti-outcome-declaration").eachAttr("identifier");
        assertThat(responses)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        item.select("[response-identifier]").eachAttr("response-identifier"));
        assertThat(outcomes).doesNotHaveDuplicates().contains("SCORE");
        Element processing = item.selectFirst("> qti-response-processing");
        if (processing != null) {
            assertThat(responses).containsAll(named(processing, "qti-correct, qti-map-response"));
            assertThat(outcomes).containsAll(named(processing, "qti-set-outcome-value"));
            Set<String> all = new HashSet<>(responses);
            all.addAll(outcomes);
            assertThat(all).containsAll(named(processing, "qti-variable"));
            if (processing.hasAttr("template")) {
                assertThat(responses).containsExactly("RESPONSE");
            }
        }
        assertThat(outcomes).containsAll(item.select("[outcome-identifier]").eachAttr("outcome-identifier"));
        assertThat(item.select("qti-correct-response:not(:has(qti-value))")).isEmpty();
        for (Element declaration : item.select("> qti-response-declaration")) {
            assertKeysAreOffered(item, declaration);
        }
    }

    private static List<String> named(Element within, String what) {
        return within.select(what).eachAttr("identifier");
    }

    /** Each identifier in a key or a mapping is one of what its interaction offers. */
    private static void assertKeysAreOffered(Element item, Element declaration) {
        if (declaration.attr("base-type").matches("identifier|directedPair")) {
            Set<String> offered = Set.copyOf(item.select("[response-identifier=" + declaration.attr("identifier") + "]")
                    .select("[identifier]")
                    .eachAttr("identifier"));
            Stream.concat(
                            declaration.select("qti-correct-response > qti-value").eachText().stream(),
                            declaration.select("qti-map-entry").eachAttr("map-key").stream())
                    .flatMap(key -> Stream.of(key.split(" ")))
                    .filter(key -> !key.matches("true|false"))
                    .forEach(key -> assertThat(offered).contains(key));
        }
    }

    /** Everything right is full marks, nothing is none, whatever the type; what people score is left to them. */
    @ParameterizedTest
    @MethodSource("contents")
    void theKeyIsFullMarks(ItemContent content) throws IOException {
        String xml = xml(content);
        Element item = Jsoup.parse(xml, "", Parser.xmlParser()).expectFirst("qti-assessment-item");
        if (item.selectFirst("> qti-response-processing") == null) {
            assertThat(item.select("> qti-outcome-declaration[external-scored=human]"))
                    .hasSize(1);
            return;
        }
        Map<String, List<String>> key = new HashMap<>();
        item.select("> qti-response-declaration")
                .forEach(one -> key.put(
                        one.attr("identifier"),
                        one.select("qti-correct-response > qti-value").eachText()));
        assertThat(score(xml, key)).isEqualByComparingTo(most(content));
        assertThat(score(xml, Map.of())).isEqualByComparingTo("0");
    }

    /** By our rule for others: a point for each part, or one for all. */
    private static BigDecimal most(ItemContent content) {
        return switch (content.interaction()) {
            case Interaction.Case all ->
                all.parts().stream().map(part -> part.weight()).reduce(BigDecimal.ZERO, BigDecimal::add);
            case Interaction.FillIn fill
            when content.credit() == null -> new BigDecimal(fill.blanks().size());
            case Interaction.MultipleChoice choice
            when content.credit() == PartialCredit.NET_RIGHT ->
                new BigDecimal(choice.options().stream().filter(Option::correct).count());
            case Interaction.Matching matching
            when content.credit() == null -> new BigDecimal(matching.pairs().size());
            default -> BigDecimal.ONE;
        };
    }

    @Test
    void blanksUnderAllOrNothingCountTogether() throws IOException {
        String xml = xml(fill(PartialCredit.ALL_OR_NOTHING));
        Map<String, List<String>> right =
                Map.of("RESPONSE_1", List.of("50.4"), "RESPONSE_2", List.of("三十六"), "RESPONSE_3", List.of("C1"));
        assertThat(score(xml, right)).isEqualByComparingTo("1");
        for (String blank : right.keySet()) {
            Map<String, List<String>> wrong = new HashMap<>(right);
            wrong.put(blank, blank.equals("RESPONSE_3") ? List.of("C2") : List.of("51"));
            assertThat(score(xml, wrong)).isEqualByComparingTo("0");
            wrong.remove(blank);
            assertThat(score(xml, wrong)).isEqualByComparingTo("0");
        }
    }

    @Test
    void blanksThatCountOneByOneMayBeOffByTheirTolerance() throws IOException {
        for (PartialCredit rule : new PartialCredit[] {null, PartialCredit.RIGHT_PARTS, PartialCredit.NET_RIGHT}) {
            String xml = xml(fill(rule));
            boolean less = rule == PartialCredit.NET_RIGHT;
            assertThat(score(xml, Map.of("RESPONSE_1", List.of("50.4")))).isEqualByComparingTo("1");
            assertThat(score(xml, Map.of("RESPONSE_1", List.of("51")))).isEqualByComparingTo("0");
            assertThat(score(xml, Map.of("RESPONSE_1", List.of("50.4"), "RESPONSE_2", List.of("36"))))
                    .isEqualByComparingTo("2");
            assertThat(score(xml, Map.of("RESPONSE_1", List.of("51"), "RESPONSE_2", List.of("36"))))
                    .isEqualByComparingTo(less ? "0" : "1");
        }
    }

    @Test
    void numbersInACaseCountByTheirShare() throws IOException {
        List<Blank> two =
                ((Interaction.FillIn) fill(null).interaction()).blanks().subList(0, 2);
        String xml = xml(new ItemContent(
                "看铭牌。",
                new Interaction.Case(List.of(
                        new CasePart(
                                "频率 ____ Hz，电压 ____ V。",
                                new Interaction.FillIn(two),
                                new BigDecimal("2"),
                                "",
                                PartialCredit.NET_RIGHT),
                        new CasePart("对吗？", new Interaction.TrueFalse(true), BigDecimal.ONE, "", null))),
                "",
                3));
        assertThat(score(xml, Map.of("RESPONSE_1_1", List.of("49.6"), "RESPONSE_2", List.of("true"))))
                .isEqualByComparingTo("2");
        assertThat(score(xml, Map.of("RESPONSE_1_1", List.of("9"), "RESPONSE_2", List.of("true"))))
                .isEqualByComparingTo("1");
    }

    @Test
    void aNumberWithoutToleranceMayBeWrittenInAnyWay() throws IOException {
        String alone = xml(
                new ItemContent("多少？", new Interaction.Numeric(new BigDecimal("50"), BigDecimal.ZERO, "Hz"), "", 3));
        assertThat(score(alone, Map.of("RESPONSE", List.of("50.0")))).isEqualByComparingTo("1");
        String blank = xml(new ItemContent(
                "____ Hz",
                new Interaction.FillIn(List.of(new Blank.Value(new BigDecimal("50"), BigDecimal.ZERO))),
                "",
                3));
        assertThat(score(blank, Map.of("RESPONSE_1", List.of("50.0")))).isEqualByComparingTo("1");
        assertThat(score(blank, Map.of("RESPONSE_1", List.of("50.1")))).isEqualByComparingTo("0");
    }

    @Test
    void partsOfACaseCountByTheirWeight() throws IOException {
        ItemContent content = EveryType.contents()
                .filter(one -> one.interaction() instanceof Interaction.Case)
                .findFirst()
                .orElseThrow();
        String xml = xml(content);
        assertThat(score(xml, Map.of("RESPONSE_1", List.of("C1")))).isEqualByComparingTo("2");
        assertThat(score(xml, Map.of("RESPONSE_2_1", List.of("热继电器")))).isEqualByComparingTo("1");
        assertThat(score(xml, Map.of("RESPONSE_1", List.of("C2")))).isEqualByComparingTo("0");
    }

    @Test
    void aNumberMayBeOffByItsTolerance() throws IOException {
        String xml = xml(new ItemContent(
                "多少？", new Interaction.Numeric(new BigDecimal("2.0"), new BigDecimal("0.1"), "V"), "", 3));
        assertThat(score(xml, Map.of("RESPONSE", List.of("2.1")))).isEqualByComparingTo("1");
        assertThat(score(xml, Map.of("RESPONSE", List.of("2.11")))).isEqualByComparingTo("0");
    }

    /** The reason of what was picked, and the explanation after each attempt. */
    @Test
    void feedbackIsShownAfterAnAttempt() throws IOException {
        List<ItemContent> all = EveryType.contents().toList();
        assertThat(OtherPlayer.outcomes(xml(all.get(0)), Map.of("RESPONSE", List.of("false"))))
                .containsEntry("FEEDBACK", List.of("explanation"));
        Map<String, List<String>> picked = OtherPlayer.outcomes(xml(all.get(1)), Map.of("RESPONSE", List.of("C3")));
        assertThat(picked)
                .containsEntry("FEEDBACK", List.of("explanation", "C3"))
                .containsEntry("SCORE", List.of("0"));
    }

    /** Blanks that are left take nothing off, and do not keep the others from counting. */
    @Test
    void blanksThatAreLeftCountNothing() throws IOException {
        for (PartialCredit rule : new PartialCredit[] {null, PartialCredit.RIGHT_PARTS, PartialCredit.NET_RIGHT}) {
            ItemContent words = new ItemContent(
                    "先 ____，再 ____。",
                    new Interaction.FillIn(
                            List.of(new Blank.Words(List.of("停电"), false), new Blank.Words(List.of("验电"), false))),
                    "",
                    3,
                    rule);
            assertThat(score(xml(words), Map.of("RESPONSE_1", List.of("停电")))).isEqualByComparingTo("1");
            ItemContent part = new ItemContent(
                    "检修前。",
                    new Interaction.Case(List.of(
                            new CasePart("该怎样？", words.interaction(), BigDecimal.TWO, "", rule),
                            new CasePart("对吗？", new Interaction.TrueFalse(true), BigDecimal.ONE, "", null))),
                    "",
                    3);
            assertThat(score(xml(part), Map.of("RESPONSE_1_2", List.of("验电")))).isEqualByComparingTo("1");
        }
    }

    @Test
    void aBlankAloneOnItsLineIsAsked() throws IOException {
        ItemContent content = new ItemContent(
                "填空：\n\n| 频率 | ____ |\n|---|---|\n| 电压 | \\_\\_\\_\\_ |\n\n____",
                fill(null).interaction(),
                "",
                3);
        String xml = xml(content);
        assertThat(xml).doesNotContain("<hr");
        whatIsNamedIsDeclaredAndWhatIsDeclaredIsAsked(content);
    }

    @Test
    void notEveryPairAtOnceCanBeMade() throws IOException {
        ItemContent content = EveryType.contents()
                .filter(one -> one.interaction() instanceof Interaction.Matching)
                .findFirst()
                .orElseThrow();
        Element item = Jsoup.parse(xml(content), "", Parser.xmlParser()).expectFirst("qti-assessment-item");
        assertThat(item.select("[identifier^=L]").eachAttr("match-max")).containsOnly("1");
        assertThat(item.select("[identifier^=R]").eachAttr("match-max")).containsOnly("0");
    }

    private static ItemContent fill(@Nullable PartialCredit credit) {
        return new ItemContent(
                "频率 ____ Hz，电压 ____ V，____ 色线。",
                new Interaction.FillIn(List.of(
                        new Blank.Value(new BigDecimal("50"), new BigDecimal("0.5")),
                        new Blank.Words(List.of("36", "三十六"), true),
                        new Blank.Pick(List.of("黄绿双", "蓝", "红"), 0))),
                "",
                3,
                credit);
    }

    private static BigDecimal score(String xml, Map<String, List<String>> responses) {
        return new BigDecimal(OtherPlayer.outcomes(xml, responses)
                .getOrDefault("SCORE", List.of())
                .getFirst());
    }

    private static String xml(ItemContent content) throws IOException {
        byte[] file = new OneItem(List.of(content), Map.of()).written(new QtiPackageWriter(new MarkdownText()));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry entry = in.getNextEntry();
            while (!entry.getName().startsWith("items/")) {
                entry = in.getNextEntry();
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
