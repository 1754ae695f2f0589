package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;
import org.lianbing.bank.PartialCredit;

/**
 * How an item that we write is scored by others: by a template where it has one response that is called as templates call
 * it, else by rules of its own. What people score, and what asks nothing, has neither. Where reasons of options are to be
 * shown, there are rules that say so too, and no template: a player that knows the template would pass the rules beside it
 * by. Nothing is mapped that has no response: what becomes of it is told by no specification, and to some players an error.
 *
 * @see <a href="https://www.imsglobal.org/spec/qti/v3p0/impl">QTI 3.0 implementation guide</a>
 */
final class QtiScoring {

    static final String RESPONSE = "RESPONSE";
    private static final String SCORE = "SCORE";
    private static final String POINTS = "POINTS";
    private static final String FEEDBACK = "FEEDBACK";
    private static final String EXPLANATION = "explanation";
    private static final Set<ItemType> BY_PEOPLE =
            Set.of(ItemType.SHORT_ANSWER, ItemType.ESSAY, ItemType.PRACTICAL, ItemType.CALCULATED);
    private static final Set<ItemType> MAPPED =
            Set.of(ItemType.MULTIPLE_CHOICE, ItemType.FILL_IN, ItemType.MATCHING, ItemType.HOTSPOT);

    private QtiScoring() {}

    /** A question with the name of its response: the item itself, or a part of a 案例. */
    private record Asked(
            String name, Interaction interaction, @Nullable PartialCredit credit, BigDecimal weight) {

        boolean hasReasons() {
            return switch (interaction) {
                case Interaction.SingleChoice(List<Option> options) -> hasReasons(options);
                case Interaction.MultipleChoice(List<Option> options) -> hasReasons(options);
                default -> false;
            };
        }

        private static boolean hasReasons(List<Option> options) {
            return options.stream().anyMatch(option -> option.why() != null);
        }

        boolean mapped() {
            return MAPPED.contains(interaction.type()) && credit != PartialCredit.ALL_OR_NOTHING;
        }
    }

    private static List<Asked> asked(ItemContent content) {
        if (!(content.interaction() instanceof Interaction.Case(List<CasePart> parts))) {
            return List.of(new Asked(RESPONSE, content.interaction(), content.credit(), BigDecimal.ONE));
        }
        return IntStream.range(0, parts.size())
                .mapToObj(place -> new Asked(
                        RESPONSE + "_" + (place + 1),
                        parts.get(place).interaction(),
                        parts.get(place).credit(),
                        parts.get(place).weight()))
                .toList();
    }

    /** The outcome in which it stands which reasons of the options of a response are shown. */
    static String feedback(String response) {
        return FEEDBACK + response.substring(RESPONSE.length());
    }

    /** The declarations of all outcomes. An explanation is shown after each attempt, unless rules say more. */
    static String outcomes(ItemContent content) {
        List<Asked> all = asked(content);
        boolean people = all.stream()
                .anyMatch(one -> BY_PEOPLE.contains(one.interaction().type()));
        StringBuilder outcomes = new StringBuilder("<qti-outcome-declaration identifier=\"" + SCORE
                + "\" cardinality=\"single\" base-type=\"float\"" + (people ? " external-scored=\"human\"" : "")
                + "/>");
        if (content.interaction() instanceof Interaction.Case) {
            all.stream()
                    .filter(one -> one.mapped() && one.interaction() instanceof Interaction.FillIn)
                    .forEach(one -> outcomes.append("<qti-outcome-declaration identifier=\"" + pointsOf(one)
                            + "\" cardinality=\"single\" base-type=\"float\"/>"));
        }
        outcomes.append(feedbacks(FEEDBACK, content.explanation().isEmpty() ? "" : EXPLANATION));
        all.stream()
                .filter(Asked::hasReasons)
                .map(one -> feedback(one.name()))
                .filter(name -> !name.equals(FEEDBACK))
                .forEach(name -> outcomes.append(feedbacks(name, "")));
        return outcomes.toString();
    }

    private static String feedbacks(String name, String shown) {
        String head = "<qti-outcome-declaration identifier=\"" + name
                + "\" cardinality=\"multiple\" base-type=\"identifier\"";
        return shown.isEmpty()
                ? head + "/>"
                : head + "><qti-default-value><qti-value>" + shown + "</qti-value></qti-default-value>"
                        + "</qti-outcome-declaration>";
    }

    /** The explanation as it is shown after an attempt; nothing where there is none. */
    static String explanation(QtiXml xml, ItemContent content) {
        return content.explanation().isEmpty()
                ? ""
                : "<qti-modal-feedback outcome-identifier=\"" + FEEDBACK + "\" identifier=\"" + EXPLANATION
                        + "\" show-hide=\"show\"><qti-content-body>" + xml.html(content.explanation())
                        + "</qti-content-body></qti-modal-feedback>";
    }

    /** The response processing; nothing where nothing is scored by it. */
    static String processing(ItemContent content) {
        List<Asked> all = asked(content);
        boolean isCase = content.interaction() instanceof Interaction.Case;
        List<String> rules = new ArrayList<>();
        boolean reasons = all.stream().anyMatch(Asked::hasReasons);
        String template = isCase || reasons ? "" : template(all.getFirst());
        if (template.isEmpty()) {
            all.stream()
                    .filter(one -> !BY_PEOPLE.contains(one.interaction().type()))
                    .map(one -> isCase ? added(one) : alone(one))
                    .forEach(rules::add);
        }
        all.stream()
                .filter(Asked::hasReasons)
                .map(one -> shown(one, !content.explanation().isEmpty()))
                .forEach(rules::add);
        if (template.isEmpty() && rules.isEmpty()) {
            return "";
        }
        String begin = "<qti-response-processing" + template;
        return rules.isEmpty() ? begin + "/>" : begin + ">" + String.join("", rules) + "</qti-response-processing>";
    }

    private static String template(Asked one) {
        // The template would compare numbers as if they were signs.
        boolean own =
                one.interaction() instanceof Interaction.FillIn || one.interaction() instanceof Interaction.Numeric;
        if (own || BY_PEOPLE.contains(one.interaction().type())) {
            return "";
        }
        return " template=\"https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/"
                + (one.mapped() ? "map_response" : "match_correct") + ".xml\"";
    }

    /** The reasons of what was picked, with the explanation where that has the same outcome. */
    private static String shown(Asked one, boolean explained) {
        String name = feedback(one.name());
        String explanation = explained && name.equals(FEEDBACK)
                ? "<qti-base-value base-type=\"identifier\">" + EXPLANATION + "</qti-base-value>"
                : "";
        return set(name, "<qti-multiple>" + explanation + variable(one.name()) + "</qti-multiple>");
    }

    /** The score of an item that asks one thing: as the templates have it. */
    private static String alone(Asked one) {
        if (one.mapped()) {
            return one.interaction() instanceof Interaction.FillIn fill
                    ? counted(SCORE, one, fill)
                    : "<qti-response-condition><qti-response-if><qti-is-null>" + variable(one.name()) + "</qti-is-null>"
                            + set(SCORE, number("0")) + "</qti-response-if><qti-response-else>"
                            + set(SCORE, mapped(one.name())) + "</qti-response-else></qti-response-condition>";
        }
        String nothing = "<qti-response-else>" + set(SCORE, number("0")) + "</qti-response-else>";
        String scored = condition(right(one) + set(SCORE, number("1")), nothing);
        return written(one).isEmpty() ? scored : condition(allWritten(one) + scored, nothing);
    }

    /** What a part of a 案例 adds: its weight, or the share of that which is right. */
    private static String added(Asked one) {
        String weight = number(one.weight().toPlainString());
        if (!one.mapped()) {
            String scored = condition(right(one) + set(SCORE, sum(variable(SCORE) + weight)), "");
            return written(one).isEmpty() ? scored : condition(allWritten(one) + scored, "");
        }
        String share =
                "<qti-divide>" + points(one) + number(String.valueOf(parts(one.interaction()))) + "</qti-divide>";
        String more = set(SCORE, sum(variable(SCORE) + "<qti-product>" + weight + share + "</qti-product>"));
        return one.interaction() instanceof Interaction.FillIn fill
                ? counted(pointsOf(one), one, fill) + more
                : answered(one.name(), more);
    }

    /** A point each for what is right, less what is wrong, never below nothing. */
    private static String points(Asked one) {
        return one.interaction() instanceof Interaction.FillIn ? variable(pointsOf(one)) : mapped(one.name());
    }

    /** The outcome that adds up the blanks of a part of a 案例. */
    private static String pointsOf(Asked one) {
        return POINTS + one.name().substring(RESPONSE.length());
    }

    /** Adds up blanks: numbers may be off by a tolerance, which nothing that is mapped can say. */
    private static String counted(String outcome, Asked one, Interaction.FillIn fill) {
        boolean less = one.credit() == PartialCredit.NET_RIGHT;
        return set(outcome, number("0"))
                + each(fill, place -> {
                    String name = one.name() + "_" + place;
                    return fill.blanks().get(place - 1) instanceof Blank.Value value
                            ? counted(outcome, name, value, less)
                            : answered(name, set(outcome, sum(variable(outcome) + mapped(name))));
                })
                + set(outcome, notBelowNothing(variable(outcome)));
    }

    private static String answered(String name, String then) {
        return condition(isAnswered(name) + then, "");
    }

    private static String condition(String then, String otherwise) {
        return "<qti-response-condition><qti-response-if>" + then + "</qti-response-if>" + otherwise
                + "</qti-response-condition>";
    }

    /** The blanks of a question that are right as a whole into which words are written: what is mapped. */
    private static List<String> written(Asked one) {
        return one.interaction() instanceof Interaction.FillIn fill
                ? IntStream.rangeClosed(1, fill.blanks().size())
                        .filter(place -> fill.blanks().get(place - 1) instanceof Blank.Words)
                        .mapToObj(place -> one.name() + "_" + place)
                        .toList()
                : List.of();
    }

    /** A condition of its own, outside the one that maps: some players look at all that is asked together. */
    private static String allWritten(Asked one) {
        return "<qti-and>" + written(one).stream().map(QtiScoring::isAnswered).collect(Collectors.joining())
                + "</qti-and>";
    }

    private static String isAnswered(String name) {
        return "<qti-not><qti-is-null>" + variable(name) + "</qti-is-null></qti-not>";
    }

    /** @param less whether a wrong number is taken off */
    private static String counted(String outcome, String name, Blank.Value value, boolean less) {
        return "<qti-response-condition><qti-response-if>" + right(name, value)
                + set(outcome, sum(variable(outcome) + number("1"))) + "</qti-response-if>"
                + (less
                        ? "<qti-response-else-if>" + isAnswered(name)
                                + set(outcome, sum(variable(outcome) + number("-1"))) + "</qti-response-else-if>"
                        : "")
                + "</qti-response-condition>";
    }

    private static String notBelowNothing(String value) {
        return "<qti-max>" + number("0") + value + "</qti-max>";
    }

    private static int parts(Interaction interaction) {
        return switch (interaction) {
            case Interaction.FillIn(List<Blank> blanks) -> blanks.size();
            case Interaction.MultipleChoice(List<Option> options) ->
                (int) options.stream().filter(Option::correct).count();
            case Interaction.Matching matching -> matching.pairs().size();
            case Interaction.Hotspot hotspot ->
                (int) hotspot.regions().stream()
                        .filter(region -> region.correct())
                        .count();
            default -> 1;
        };
    }

    /** Whether the response is right as a whole. */
    private static String right(Asked one) {
        return switch (one.interaction()) {
            case Interaction.FillIn fill ->
                "<qti-and>"
                        + each(
                                fill,
                                blank -> right(
                                        one.name() + "_" + blank, fill.blanks().get(blank - 1)))
                        + "</qti-and>";
            case Interaction.Numeric number -> near(one.name(), number.tolerance());
            default -> matches(one.name());
        };
    }

    private static String right(String name, Blank blank) {
        return switch (blank) {
            // Several words may be right, which only what is mapped can say.
            case Blank.Words words -> "<qti-gt>" + mapped(name) + number("0") + "</qti-gt>";
            case Blank.Value value -> near(name, value.tolerance());
            case Blank.Pick pick -> matches(name);
        };
    }

    private static String each(Interaction.FillIn fill, IntFunction<String> blank) {
        return IntStream.rangeClosed(1, fill.blanks().size()).mapToObj(blank).collect(Collectors.joining());
    }

    private static String near(String name, BigDecimal tolerance) {
        String off = tolerance.toPlainString();
        String mode = tolerance.signum() == 0
                ? "tolerance-mode=\"exact\""
                : "tolerance-mode=\"absolute\" tolerance=\"" + off + " " + off + "\"";
        return "<qti-equal " + mode + ">" + variable(name) + correct(name) + "</qti-equal>";
    }

    private static String matches(String name) {
        return "<qti-match>" + variable(name) + correct(name) + "</qti-match>";
    }

    private static String variable(String name) {
        return "<qti-variable identifier=\"" + name + "\"/>";
    }

    private static String correct(String name) {
        return "<qti-correct identifier=\"" + name + "\"/>";
    }

    private static String mapped(String name) {
        return "<qti-map-response identifier=\"" + name + "\"/>";
    }

    private static String sum(String terms) {
        return "<qti-sum>" + terms + "</qti-sum>";
    }

    private static String number(String value) {
        return "<qti-base-value base-type=\"float\">" + value + "</qti-base-value>";
    }

    private static String set(String outcome, String value) {
        return "<qti-set-outcome-value identifier=\"" + outcome + "\">" + value + "</qti-set-outcome-value>";
    }
}
