package org.lianbing.bank.exchange.qti;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;

/**
 * Rules of a response processing that say no more than a template does: that the whole key counts, where all responses are
 * right, each as its declaration says, and else nothing does; or that what is mapped counts. Besides they may say what is
 * shown of feedback.
 */
final class QtiPlainRules {

    private static final String RESPONSE = "identifier";

    private QtiPlainRules() {}

    /** Whether the item has such rules, of either kind. */
    static boolean are(Element item) {
        return areWhole(item) || condition(item).filter(QtiPlainRules::maps).isPresent();
    }

    /** Whether only the whole key counts by them. */
    static boolean areWhole(Element item) {
        return condition(item).filter(one -> isWhole(one, item)).isPresent();
    }

    /** The only condition, where nothing else sets the score. */
    private static Optional<Element> condition(Element item) {
        List<Element> rules = item.select("> responseprocessing > *").stream()
                .filter(rule -> !(rule.nameIs("setoutcomevalue") && !isScore(rule)))
                .toList();
        return rules.size() == 1 && rules.getFirst().nameIs("responsecondition")
                ? Optional.of(rules.getFirst())
                : Optional.empty();
    }

    private static boolean isScore(Element set) {
        return set.attr(RESPONSE).equals("SCORE");
    }

    private static boolean isWhole(Element condition, Element item) {
        boolean elseNothing = condition.childrenSize() == 1
                || condition.childrenSize() == 2
                        && condition.child(1).nameIs("responseelse")
                        && condition.child(1).childrenSize() == 1
                        && gives(condition.child(1).child(0)) == 0;
        Element whole = condition.child(0);
        return elseNothing
                && whole.nameIs("responseif")
                && whole.childrenSize() == 2
                && gives(whole.child(1)) > 0
                && allRight(whole.child(0), item);
    }

    /** As the template: nothing for no response, else what is mapped. */
    private static boolean maps(Element condition) {
        return condition.childrenSize() == 2
                && condition.child(0).select("> isnull > variable").size() == 1
                && condition.child(0).childrenSize() == 2
                && gives(condition.child(0).child(1)) == 0
                && condition.child(1).nameIs("responseelse")
                && condition.child(1).childrenSize() == 1
                && condition
                                .child(1)
                                .select("> setoutcomevalue[identifier=SCORE] > mapresponse")
                                .size()
                        == 1;
    }

    private static int gives(Element set) {
        Element value = set.nameIs("setoutcomevalue") && isScore(set) && set.childrenSize() == 1 ? set.child(0) : set;
        String number = value.nameIs("basevalue") ? value.wholeText().strip() : "";
        return !number.matches("\\d{1,6}(\\.\\d{1,6})?") ? -1 : number.matches("[0.]+") ? 0 : 1;
    }

    private static boolean allRight(Element condition, Element item) {
        List<Element> all = condition.nameIs("and") ? condition.children() : List.of(condition);
        Set<String> right = new HashSet<>();
        for (Element one : all) {
            Optional<String> response = right(one);
            if (response.isEmpty()) {
                return false;
            }
            right.add(response.get());
        }
        return right.equals(Set.copyOf(item.select("> responsedeclaration").eachAttr(RESPONSE)));
    }

    /** The response that is right by its declaration where the condition holds. */
    private static Optional<String> right(Element condition) {
        if (condition.childrenSize() != 2) {
            return Optional.empty();
        }
        Element response = condition.child(0);
        Element key = condition.child(1);
        boolean right = switch (condition.normalName()) {
            case "match", "equal" ->
                response.nameIs("variable")
                        && key.nameIs("correct")
                        && key.attr(RESPONSE).equals(response.attr(RESPONSE));
            case "gt" ->
                response.nameIs("mapresponse")
                        && key.nameIs("basevalue")
                        && key.wholeText().strip().matches("0(\\.0+)?");
            default -> false;
        };
        return right ? Optional.of(response.attr(RESPONSE)) : Optional.empty();
    }
}
