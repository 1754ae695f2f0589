package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.text.Numbers;

/**
 * The response processing templates of QTI, version 2 and 3: what the template of an item says of a response that is right
 * in part. {@code match_correct} gives one point for the whole key and nothing else; {@code map_response} adds up what is
 * mapped: where something wrong is mapped to less than nothing, wrong picks are taken off, and where to less than all that
 * is right, one wrong pick voids the item. We write a bound above where the item itself names the rule, and none where it
 * leaves the rule to the paper.
 *
 * @see <a href="https://www.imsglobal.org/question/qtiv2p2/imsqti_v2p2_impl.html">QTI 2.2 implementation guide</a>
 */
final class QtiTemplates {

    private static final Set<ItemType> IN_PARTS = Set.of(ItemType.MULTIPLE_CHOICE, ItemType.MATCHING, ItemType.HOTSPOT);

    private QtiTemplates() {}

    /**
     * What each value counts; nothing where only the whole key does.
     *
     * @param right a point each
     * @param wrong what can be picked besides; where that cannot be told apart from any other response it is empty
     */
    static String mapping(List<String> right, List<String> wrong, @Nullable PartialCredit credit) {
        if (credit == PartialCredit.ALL_OR_NOTHING) {
            return "";
        }
        int off = credit == PartialCredit.NET_RIGHT ? 1 : wrong.isEmpty() ? 0 : right.size() + 1;
        return "<qti-mapping lower-bound=\"0\"" + (credit == null ? "" : " upper-bound=\"" + right.size() + "\"")
                + " default-value=\"" + (wrong.isEmpty() ? -off : 0) + "\">" + entries(right, 1) + entries(wrong, -off)
                + "</qti-mapping>";
    }

    /**
     * The same of one blank among others.
     *
     * @param accepted what is right in it; where nothing else says so it is needed in any case
     */
    static String blank(List<String> accepted, boolean exactCase, @Nullable PartialCredit credit) {
        boolean named = credit == PartialCredit.RIGHT_PARTS || credit == PartialCredit.NET_RIGHT;
        int other = credit == PartialCredit.NET_RIGHT ? -1 : 0;
        return "<qti-mapping" + (named ? " lower-bound=\"" + other + "\" upper-bound=\"1\"" : "") + " default-value=\""
                + other + "\">"
                + accepted.stream()
                        .map(word -> "<qti-map-entry map-key=\"" + QtiXml.escaped(word)
                                + "\" mapped-value=\"1\" case-sensitive=\"" + exactCase + "\"/>")
                        .collect(Collectors.joining())
                + "</qti-mapping>";
    }

    private static String entries(List<String> values, int counts) {
        return values.stream()
                .map(value ->
                        "<qti-map-entry map-key=\"" + QtiXml.escaped(value) + "\" mapped-value=\"" + counts + "\"/>")
                .collect(Collectors.joining());
    }

    /** The rule; null for the usual one of the type. Of what came from us and was changed since, the rule we wrote. */
    static @Nullable PartialCredit credit(Element item, Interaction interaction) {
        if (!PartialCredit.isChoiceFor(interaction.type())) {
            return null;
        }
        if (QtiOwn.isFromUs(item)) {
            return QtiOwn.written(item)
                    .filter(own -> own.interaction().type() == interaction.type())
                    .map(ItemContent::credit)
                    .orElse(null);
        }
        Element processing = item.selectFirst("> responseprocessing");
        String template = processing == null ? "" : processing.attr("template").toLowerCase(Locale.ROOT);
        boolean several =
                interaction instanceof Interaction.FillIn fill && fill.blanks().size() > 1;
        if (template.contains("match_correct")) {
            return several || IN_PARTS.contains(interaction.type()) ? PartialCredit.ALL_OR_NOTHING : null;
        }
        if ((several || IN_PARTS.contains(interaction.type())) && QtiPlainRules.areWhole(item)) {
            return PartialCredit.ALL_OR_NOTHING;
        }
        if (several && QtiPlainRules.takeOff(item)) {
            return PartialCredit.NET_RIGHT;
        }
        boolean summed = processing != null
                && !processing.select("setoutcomevalue sum > mapresponse").isEmpty();
        return template.contains("map_response") || summed || QtiPlainRules.areMapped(item) ? mapped(item) : null;
    }

    private static @Nullable PartialCredit mapped(Element item) {
        List<BigDecimal> counts = new ArrayList<>();
        List<BigDecimal> others = new ArrayList<>();
        boolean bounded = false;
        for (Element mapping : item.select("> responsedeclaration > mapping")) {
            mapping.select("> mapentry")
                    .forEach(entry -> number(entry.attr("mappedvalue")).ifPresent(counts::add));
            number(mapping.attr("defaultvalue")).ifPresent(others::add);
            bounded |= mapping.hasAttr("upperbound") && mapping.hasAttr("lowerbound");
        }
        BigDecimal right = counts.stream().filter(one -> one.signum() > 0).reduce(BigDecimal.ZERO, BigDecimal::add);
        long parts = counts.stream().filter(one -> one.signum() > 0).count();
        // What is mapped by name says more of the rule than what holds for anything else.
        BigDecimal worst = worst(counts).signum() < 0 ? worst(counts) : worst(others);
        int over = worst.negate().compareTo(right);
        boolean voids = over > 0 || over == 0 && parts > 1;
        if (worst.signum() < 0 && !voids) {
            return PartialCredit.NET_RIGHT;
        }
        return bounded ? PartialCredit.RIGHT_PARTS : null;
    }

    /** Whether what is right counts more in one place than in another; of words for one blank the best one counts. */
    static boolean countDifferently(Element item) {
        Element processing = item.selectFirst("> responseprocessing");
        boolean used = processing != null
                && (processing.attr("template").contains("map_response")
                        || !processing.select("mapresponse").isEmpty());
        return used
                && item.select("> responsedeclaration").stream()
                                .flatMap(QtiTemplates::rightOnes)
                                .map(BigDecimal::stripTrailingZeros)
                                .distinct()
                                .count()
                        > 1;
    }

    private static Stream<BigDecimal> rightOnes(Element declaration) {
        Stream<BigDecimal> right = declaration.select("> mapping > mapentry").stream()
                .flatMap(entry -> number(entry.attr("mappedvalue")).stream())
                .filter(counts -> counts.signum() > 0);
        return declaration.attr("cardinality").equals("single") ? right.max(BigDecimal::compareTo).stream() : right;
    }

    private static BigDecimal worst(List<BigDecimal> counts) {
        return counts.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(Numbers.of(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
