package org.lianbing.bank.exchange.qti;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.qti.QtiExpressions.NotExact;

/**
 * What is said of an option outside of it: a feedback that the rules of the item show where this wrong option is picked,
 * and for no other, or a rationale that names the option.
 */
final class QtiReasons {

    private static final String IDENTIFIER = "identifier";
    private static final int MOST = 20;

    private final Element item;
    private final String response;
    private final QtiKey key;
    private final List<String> options;
    private final Map<String, List<Element>> shown = new LinkedHashMap<>();

    QtiReasons(Element item, QtiDeclarations declarations, String response, QtiKey key, List<String> options) {
        this.item = item;
        this.response = response;
        this.key = key;
        this.options = options;
        // Of two options all that is said of the wrong answer is said of one.
        if (options.size() > 2 && options.size() <= MOST && !feedbacks().isEmpty()) {
            look(declarations);
        }
    }

    private List<Element> feedbacks() {
        return item.select("> modalfeedback, itembody feedbackblock").stream()
                .filter(feedback -> feedback.parents().stream()
                        .noneMatch(parent -> parent.normalName().endsWith("interaction")))
                .toList();
    }

    private void look(QtiDeclarations declarations) {
        try {
            Map<String, Map<String, QtiValue>> after = new LinkedHashMap<>();
            for (String option : options) {
                after.put(
                        option,
                        QtiRun.outcomes(
                                declarations, Map.of(response, new QtiValue(List.of(option), "identifier", false))));
            }
            Map<String, QtiValue> before = QtiRun.outcomes(declarations, Map.of());
            for (Element feedback : feedbacks()) {
                List<String> with = options.stream()
                        .filter(option -> isShown(feedback, after.getOrDefault(option, Map.of())))
                        .toList();
                if (with.size() == 1 && !key.right(with.getFirst()) && !isShown(feedback, before)) {
                    shown.computeIfAbsent(with.getFirst(), any -> new ArrayList<>())
                            .add(feedback);
                }
            }
        } catch (NotExact cannot) {
            shown.clear();
        }
    }

    private static boolean isShown(Element feedback, Map<String, QtiValue> outcomes) {
        QtiValue outcome = outcomes.getOrDefault(feedback.attr("outcomeidentifier"), QtiValue.NULL);
        return outcome.all().contains(feedback.attr(IDENTIFIER))
                != feedback.attr("showhide").equals("hide");
    }

    /** What is said of an option; what was told here is told nowhere else. */
    String of(String option, QtiText text) {
        List<Element> said = new ArrayList<>(shown.getOrDefault(option, List.of()));
        item.select("choicerationales").stream()
                .filter(all -> Set.of(response, "").contains(all.attr("responseidentifier")))
                .flatMap(all -> all.select("> rationale").stream())
                .filter(rationale -> rationale.attr(IDENTIFIER).equals(option))
                .forEach(said::add);
        String all = said.stream()
                .map(text::markdown)
                .filter(one -> !one.isEmpty() && !QtiFeedback.isVerdict(one))
                .distinct()
                .collect(Collectors.joining("\n\n"));
        said.forEach(QtiText::take);
        return all;
    }
}
