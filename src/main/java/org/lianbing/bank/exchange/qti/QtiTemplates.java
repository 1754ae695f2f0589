package org.lianbing.bank.exchange.qti;

import java.util.Locale;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.PartialCredit;

/**
 * The response processing templates of QTI, version 2 and 3: what the template of an item says of a response that is right
 * in part. {@code match_correct} gives one point for the whole key and nothing else; {@code map_response} adds up what is
 * mapped, and where something wrong is mapped to less than nothing, wrong picks are taken off.
 *
 * @see <a href="https://www.imsglobal.org/question/qtiv2p2/imsqti_v2p2_impl.html">QTI 2.2 implementation guide</a>
 */
final class QtiTemplates {

    private static final Set<ItemType> IN_PARTS = Set.of(ItemType.MULTIPLE_CHOICE, ItemType.MATCHING, ItemType.HOTSPOT);

    private QtiTemplates() {}

    /** The rule; null for the usual one of the type, and of what came from us and was changed since. */
    static @Nullable PartialCredit credit(Element item, Interaction interaction) {
        Element processing = item.selectFirst("> responseprocessing[template]");
        if (processing == null || !IN_PARTS.contains(interaction.type()) || QtiOwn.isFromUs(item)) {
            return null;
        }
        String template = processing.attr("template").toLowerCase(Locale.ROOT);
        if (template.contains("match_correct")) {
            return PartialCredit.ALL_OR_NOTHING;
        }
        boolean takesOff = item.select("> responsedeclaration > mapping > mapentry").stream()
                .anyMatch(entry -> entry.attr("mappedvalue").strip().startsWith("-"));
        return template.contains("map_response") && takesOff ? PartialCredit.NET_RIGHT : null;
    }
}
