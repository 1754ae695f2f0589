package org.lianbing.bank.exchange.qti;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.qti.QtiExpressions.NotExact;

/**
 * What an item declares, looked up once for all trials of its rules, and the steps that these have left: each trial takes
 * as long as the rules, and there are many.
 */
final class QtiDeclarations {

    private static final int MOST_STEPS = 10_000_000;

    private final Map<String, Map<String, Element>> kinds = new HashMap<>();
    private final Map<Element, List<Element>> mappings = new HashMap<>();
    private final Map<Element, List<String>> correct = new HashMap<>();
    private final List<Element> processing;
    private long left = MOST_STEPS;

    QtiDeclarations(Element item) {
        for (Element child : item.children()) {
            if (child.normalName().endsWith("declaration")) {
                kinds.computeIfAbsent(child.normalName(), any -> new HashMap<>())
                        .putIfAbsent(child.attr("identifier"), child);
            }
        }
        this.processing = item.select("> responseprocessing");
    }

    /** Takes steps from those that are left. */
    void spend(long steps) throws NotExact {
        left -= steps;
        if (left < 0) {
            throw new NotExact();
        }
    }

    Optional<Element> processing() {
        return processing.stream().findFirst();
    }

    /** The declarations of a kind by their names. */
    Map<String, Element> all(String kind) {
        return kinds.getOrDefault(kind, Map.of());
    }

    Element one(String kind, String name) throws NotExact {
        return Optional.ofNullable(all(kind).get(name)).orElseThrow(NotExact::new);
    }

    boolean isOrdered(String response) {
        Element declaration = all("responsedeclaration").get(response);
        return declaration != null && declaration.attr("cardinality").equals("ordered");
    }

    /** The correct response as a declaration has it. */
    List<String> correct(Element declaration) {
        return correct.computeIfAbsent(declaration, one -> QtiKey.of(one).correct());
    }

    List<Element> entries(Element mapping) {
        return mappings.computeIfAbsent(mapping, one -> one.select("> mapentry"));
    }
}
