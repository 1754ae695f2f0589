package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What can be answered to an interaction: what is right, and what is wrong. */
final class QtiPicks {

    /** A character that belongs to nobody. */
    private static final String NOBODYS = "\uE0B1";

    private static final BigDecimal FAR = new BigDecimal("98765.4321");

    private final Element interaction;
    private final QtiKey key;

    QtiPicks(Element interaction, QtiKey key) {
        this.interaction = interaction;
        this.key = key;
    }

    /** The values of the key: one where one is expected. */
    List<String> right() {
        List<String> all = key.single()
                ? key.best().stream().limit(1).toList()
                : key.correct().isEmpty()
                        ? key.mapped().keySet().stream().filter(key::right).toList()
                        : key.correct();
        return all.stream().filter(value -> !value.isEmpty()).toList();
    }

    /** What can be picked besides the key, each by itself; of what takes one value it stands in its place. */
    List<String> besides() {
        return key.baseType().equals("identifier")
                        && !interaction.nameIs("orderinteraction")
                        && !interaction.nameIs("inlinechoiceinteraction")
                        && !interaction.nameIs("graphicorderinteraction")
                ? choices().filter(id -> !right().contains(id)).toList()
                : List.of();
    }

    private Stream<String> choices() {
        return interaction.select("simplechoice, hottext, inlinechoice, hotspotchoice").stream()
                .map(choice -> choice.attr("identifier"));
    }

    /** Something wrong in the place of what is right; null where nothing can stand there. */
    @Nullable
    String instead(String right) {
        return switch (key.baseType()) {
            case "string" -> NOBODYS;
            case "float", "integer" -> FAR.toPlainString();
            case "identifier" ->
                interaction.nameIs("inlinechoiceinteraction")
                        ? choices().filter(id -> !key.right(id)).findFirst().orElse(null)
                        : null;
            case "pair", "directedPair" -> otherPair(right);
            default -> null;
        };
    }

    private @Nullable String otherPair(String right) {
        String[] both = right.split("\\s+", 2);
        Set<String> rights = Set.copyOf(
                key.pairs().stream().map(pair -> pair[0] + " " + pair[1]).toList());
        boolean gaps = interaction.nameIs("gapmatchinteraction") || interaction.nameIs("graphicgapmatchinteraction");
        return interaction.select(gaps ? "gaptext, gapimg" : "simpleassociablechoice, associablehotspot").stream()
                .map(choice -> choice.attr("identifier"))
                .map(id -> gaps ? id + " " + both[1] : both[0] + " " + id)
                .filter(pair -> both.length == 2 && !rights.contains(pair) && !pair.equals(both[0] + " " + both[0]))
                .reduce((one, other) -> other)
                .orElse(null);
    }
}
