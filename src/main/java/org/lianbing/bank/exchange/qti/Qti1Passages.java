package org.lianbing.bank.exchange.qti;

import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Element;

/** Texts that ask nothing themselves and that items after them, or sections of items, belong to (Canvas). */
final class Qti1Passages {

    /** The attribute by which a section names its passage. */
    static final String OF_SECTION = "parent_stimulus_item_ident";

    /** More are hardly in one file, and each is kept whole. */
    private static final int MOST = 200;

    private final Map<String, Element> passages = new LinkedHashMap<>();

    /** Keeps an item in mind where it is such a text. */
    void keep(Element item) {
        boolean silent = item.select("response_lid, response_str, response_num, response_grp, response_xy")
                .isEmpty();
        if (silent && passages.size() < MOST && !item.attr("ident").isEmpty()) {
            passages.put(item.attr("ident"), item);
        }
    }

    /** The presentation of the text that an item belongs to. */
    Optional<Element> of(Element item, Deque<String> sections) {
        String own = item.select("> itemmetadata qtimetadatafield").stream()
                .filter(field -> field.select("> fieldlabel").text().strip().equals(OF_SECTION))
                .map(field -> field.select("> fieldentry").text().strip())
                .findFirst()
                .orElse("");
        String name = own.isEmpty()
                ? sections.reversed().stream()
                        .filter(one -> !one.isEmpty())
                        .findFirst()
                        .orElse("")
                : own;
        return Optional.ofNullable(passages.get(name))
                .filter(passage -> passage != item)
                .map(passage -> passage.selectFirst("> presentation"));
    }
}
