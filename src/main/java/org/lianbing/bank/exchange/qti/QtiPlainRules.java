package org.lianbing.bank.exchange.qti;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

import org.lianbing.bank.Interaction;

/**
 * Rules of a response processing that say no more than a template does: that the whole key counts, where all responses are
 * right, each as its declaration says, and else nothing does; or that what is mapped counts. Besides they may say what is
 * shown of feedback.
 */
final class QtiPlainRules {

    private static final String RESPONSE = "identifier";

    private QtiPlainRules() {}

    /**
     * Whether the item has such rules, of either kind, and they say what holds of the question that becomes of it: where
     * parts of a 案例 are to be right together, one of several responses counts, or what is wrong of one response or of
     * some is taken off, they say more.
     */
    static boolean are(Element item, Interaction interaction) {
        boolean one = item.select("> responsedeclaration").size() == 1 && !(interaction instanceof Interaction.Case);
        boolean blanks = interaction instanceof Interaction.FillIn;
        return (one || blanks) && areWhole(item)
                || blanks && addUp(item) && (takesNothingOff(item) || !one && takeOff(item))
                || one && areMapped(item);
    }

    /** Whether what is mapped of the only response counts by them, as the template has it. */
    static boolean areMapped(Element item) {
        return item.select("> responsedeclaration").size() == 1
                && condition(item).filter(rule -> maps(rule, item)).isPresent();
    }

    /** Whether only the whole key counts by them. */
    static boolean areWhole(Element item) {
        return condition(item).filter(one -> isWhole(one, item)).isPresent();
    }

    /** The only condition, where nothing else sets the score. */
    private static Optional<Element> condition(Element item) {
        List<Element> rules = scoring(item);
        return rules.size() == 1 && rules.getFirst().nameIs("responsecondition")
                ? Optional.of(ifAnswered(rules.getFirst()))
                : Optional.empty();
    }

    /** The condition within one that only asks whether there are responses, and else gives nothing. */
    private static Element ifAnswered(Element condition) {
        Element branch = condition.childrenSize() == 0 ? condition : condition.child(0);
        boolean asks = branch.nameIs("responseif")
                && branch.childrenSize() == 2
                && branch.child(0).nameIs("and")
                && branch.child(0).select("> *").size()
                        == branch.child(0)
                                .select("> not:has(> isnull > variable)")
                                .size();
        return asks && branch.child(1).nameIs("responsecondition") && elseNothing(condition)
                ? branch.child(1)
                : condition;
    }

    private static boolean elseNothing(Element condition) {
        return condition.childrenSize() == 1
                || condition.childrenSize() == 2
                        && condition.child(1).nameIs("responseelse")
                        && condition.child(1).childrenSize() == 1
                        && gives(condition.child(1).child(0)) == 0;
    }

    private static List<Element> scoring(Element item) {
        return item.select("> responseprocessing > *").stream()
                .filter(rule -> !(rule.nameIs("setoutcomevalue") && !isScore(rule)))
                .toList();
    }

    private static boolean isScore(Element set) {
        return set.attr(RESPONSE).equals("SCORE");
    }

    private static boolean isWhole(Element condition, Element item) {
        Element whole = condition.child(0);
        return elseNothing(condition)
                && whole.nameIs("responseif")
                && whole.childrenSize() == 2
                && (gives(whole.child(1)) > 0 || adds(whole.child(1), "1"))
                && allRight(whole.child(0), item);
    }

    /** As the template: nothing for no response, else what is mapped. */
    private static boolean maps(Element condition, Element item) {
        String only = item.select("> responsedeclaration").attr(RESPONSE);
        return condition.childrenSize() == 2
                && isAbout(only, condition.child(0).select("> isnull > variable"))
                && condition.child(0).childrenSize() == 2
                && gives(condition.child(0).child(1)) == 0
                && condition.child(1).nameIs("responseelse")
                && condition.child(1).childrenSize() == 1
                && isAbout(only, condition.child(1).select("> setoutcomevalue[identifier=SCORE] > mapresponse"));
    }

    private static boolean isAbout(String response, Elements found) {
        return found.size() == 1 && found.attr(RESPONSE).equals(response);
    }

    /** Whether blanks count one by one, and what is wrong is taken off, whichever blank it is. */
    static boolean takeOff(Element item) {
        List<Element> numbers = conditions(item);
        return addUp(item)
                && !numbers.isEmpty()
                && numbers.stream().allMatch(rule -> rule.childrenSize() == 2)
                && mappings(item).stream().allMatch(QtiPlainRules::isPenalty);
    }

    private static boolean takesNothingOff(Element item) {
        return conditions(item).stream().allMatch(rule -> rule.childrenSize() == 1)
                && mappings(item).stream().noneMatch(QtiPlainRules::isPenalty);
    }

    /** Those that are about numbers. */
    private static List<Element> conditions(Element item) {
        return scoring(item).stream()
                .filter(rule -> rule.nameIs("responsecondition")
                        && mappedIfAnswered(rule).isEmpty())
                .toList();
    }

    /** The response of which a condition adds what is mapped, as soon as there is one. */
    private static Optional<String> mappedIfAnswered(Element condition) {
        Element branch = condition.childrenSize() == 1 ? condition.child(0) : condition;
        if (!branch.nameIs("responseif") || branch.childrenSize() != 2 || !isScore(branch.child(1))) {
            return Optional.empty();
        }
        String response = branch.select("> not > isnull > variable").attr(RESPONSE);
        Elements terms = branch.child(1).select("> sum > *");
        boolean adds = terms.size() == 2
                && terms.select("variable").attr(RESPONSE).equals("SCORE")
                && isAbout(response, terms.select("mapresponse"));
        return adds ? Optional.of(response) : Optional.empty();
    }

    /** How the blanks that are mapped, and not compared as numbers, count. */
    private static List<Element> mappings(Element item) {
        List<String> mapped = item.select("> responseprocessing setoutcomevalue > sum > mapresponse")
                .eachAttr(RESPONSE);
        return item.select("> responsedeclaration").stream()
                .filter(response -> mapped.contains(response.attr(RESPONSE)))
                .flatMap(response -> response.select("> mapping").stream())
                .toList();
    }

    private static boolean isPenalty(Element mapping) {
        return mapping.attr("defaultvalue").strip().startsWith("-");
    }

    /** As we write blanks that count one by one: what is mapped, and a point for each number that is right. */
    private static boolean addUp(Element item) {
        Set<String> counted = new HashSet<>();
        for (Element rule : scoring(item)) {
            if (rule.nameIs("setoutcomevalue")) {
                Elements mapped = rule.select("> sum > mapresponse");
                boolean known = !mapped.isEmpty() && rule.select("> sum > *").size() == mapped.size()
                        || gives(rule) == 0
                        || !rule.select("> max > basevalue + variable[identifier=SCORE]")
                                .isEmpty();
                if (!known) {
                    return false;
                }
                counted.addAll(mapped.eachAttr(RESPONSE));
            } else {
                Optional<String> response = mappedIfAnswered(rule).or(() -> adds(rule, item));
                if (response.isEmpty()) {
                    return false;
                }
                counted.add(response.get());
            }
        }
        return counted.equals(responses(item));
    }

    /** The number for which a condition adds a point, or takes one off where it is wrong. */
    private static Optional<String> adds(Element condition, Element item) {
        Element first = condition.childrenSize() == 0 ? condition : condition.child(0);
        boolean plain = condition.nameIs("responsecondition")
                && first.nameIs("responseif")
                && first.childrenSize() == 2
                && adds(first.child(1), "1");
        if (!plain || condition.childrenSize() > 2) {
            return Optional.empty();
        }
        Optional<String> response = right(first.child(0), item);
        if (condition.childrenSize() == 1) {
            return response;
        }
        Element second = condition.child(1);
        return response.filter(name -> second.nameIs("responseelseif")
                && second.childrenSize() == 2
                && isAbout(name, second.select("> not > isnull > variable"))
                && adds(second.child(1), "-1"));
    }

    private static boolean adds(Element set, String number) {
        return set.nameIs("setoutcomevalue")
                && isScore(set)
                && set.select("> sum > *").size() == 2
                && set.select("> sum > variable[identifier=SCORE]").size() == 1
                && set.select("> sum > basevalue").eachText().equals(List.of(number));
    }

    private static Set<String> responses(Element item) {
        return Set.copyOf(item.select("> responsedeclaration").eachAttr(RESPONSE));
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
            Optional<String> response = right(one, item);
            if (response.isEmpty()) {
                return false;
            }
            right.add(response.get());
        }
        return right.equals(responses(item));
    }

    /** The response that is right by its declaration where the condition holds. */
    private static Optional<String> right(Element condition, Element item) {
        if (condition.childrenSize() != 2) {
            return Optional.empty();
        }
        Element response = condition.child(0);
        Element key = condition.child(1);
        boolean right = switch (condition.normalName()) {
            case "match", "equal" ->
                (condition.nameIs("match") || QtiConditions.isSymmetric(condition))
                        && response.nameIs("variable")
                        && key.nameIs("correct")
                        && key.attr(RESPONSE).equals(response.attr(RESPONSE));
            case "gt" ->
                response.nameIs("mapresponse")
                        && isSingle(response.attr(RESPONSE), item)
                        && key.nameIs("basevalue")
                        && key.wholeText().strip().matches("0(\\.0+)?");
            default -> false;
        };
        return right ? Optional.of(response.attr(RESPONSE)) : Optional.empty();
    }

    /** Of several values, some could be right alone. */
    private static boolean isSingle(String response, Element item) {
        return item.select("> responsedeclaration").stream()
                .filter(one -> one.attr(RESPONSE).equals(response))
                .allMatch(one -> one.attr("cardinality").equals("single"));
    }
}
