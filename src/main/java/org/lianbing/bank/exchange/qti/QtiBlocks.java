package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.Numbers;
import org.lianbing.bank.exchange.text.TruthWords;
import org.lianbing.bank.exchange.text.WordChoices;
import org.lianbing.base.MarkdownPictures;

/** The interactions of QTI as ways of answering. */
final class QtiBlocks {

    private final Element item;
    private final QtiKey key;
    private final QtiText text;
    private final List<Remark> remarks;
    private final QtiWorth worth;

    QtiBlocks(Element item, QtiKey key, QtiText text, List<Remark> remarks, QtiWorth worth) {
        this.item = item;
        this.key = key;
        this.text = text;
        this.remarks = remarks;
        this.worth = worth;
    }

    /** An interaction that has no counterpart here. */
    static class Foreign extends Exception {
        private static final long serialVersionUID = 1L;
        private final String type;

        Foreign(String type) {
            super(type, null, false, false);
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    /** A graphic interaction without its picture. */
    static final class NoPicture extends Foreign {
        private static final long serialVersionUID = 1L;

        NoPicture() {
            super("picture");
        }
    }

    /** Something that cannot be asked without a key: what belongs to what is all there is. */
    static final class NoKey extends Foreign {
        private static final long serialVersionUID = 1L;

        NoKey() {
            super("key");
        }
    }

    Interaction interaction(Element element) throws Foreign {
        return switch (element.normalName()) {
            case "choiceinteraction" ->
                choice(element.attr("responseidentifier"), element.select("simplechoice"), one(element));
            case "hottextinteraction" ->
                choice(element.attr("responseidentifier"), element.select("hottext"), one(element));
            case "orderinteraction" -> order(named(element.select("simplechoice")));
            case "matchinteraction" -> match(element);
            case "associateinteraction" -> {
                Map<String, String> all = named(element.select("simpleassociablechoice"));
                yield pairs().interaction(all, all);
            }
            case "graphicorderinteraction" -> order(spots().labelled(element, "hotspotchoice"));
            case "graphicassociateinteraction" -> {
                Map<String, String> all = spots().labelled(element, "associablehotspot");
                yield pairs().interaction(all, all);
            }
            case "gapmatchinteraction" -> gapMatch(element);
            case "hotspotinteraction" -> spots().hotspot(element);
            case "selectpointinteraction" -> spots().points(element);
            // What is put onto a picture points at its place there.
            case "positionobjectinteraction" -> spots().points(Objects.requireNonNull(element.parent()));
            case "extendedtextinteraction" -> written(element, 0);
            case "uploadinteraction" -> written(element, 1);
            case "graphicgapmatchinteraction" -> spots().gaps(element, named(element.select("> gaptext, > gapimg")));
            case "sliderinteraction" -> new Interaction.Numeric(number(), tolerance(element, number()), "");
            default -> throw new Foreign(element.normalName());
        };
    }

    /** What is asked at the interaction itself. */
    String stem(Element element) {
        return switch (element.normalName()) {
            case "hottextinteraction" -> text.hottext(element);
            case "gapmatchinteraction" -> text.gaps(element);
            case "graphicorderinteraction", "graphicassociateinteraction" ->
                (text.prompt(element) + "\n\n"
                                + text.picture(element)
                                        .map(QtiText.Picture::markdown)
                                        .orElse(""))
                        .strip();
            default -> text.prompt(element);
        };
    }

    private boolean one(Element element) {
        String most = element.attr("maxchoices");
        return key.single() || most.equals("1");
    }

    private Interaction choice(String response, List<Element> choices, boolean one) {
        Set<String> keys = one ? Set.copyOf(key.best()) : Set.of();
        if (one
                && key.correct().isEmpty()
                && key.mapped().keySet().stream().anyMatch(id -> key.right(id) && !keys.contains(id))) {
            remarks.add(Remark.of("exchange.remark.part-weights-dropped"));
        }
        List<String> ids =
                choices.stream().map(choice -> choice.attr("identifier")).toList();
        QtiReasons reasons = new QtiReasons(item, worth.declarations(), response, key, ids);
        List<Option> options = choices.stream()
                .map(choice -> new Option(
                        text.markdown(choice),
                        one ? keys.contains(choice.attr("identifier")) : key.right(choice.attr("identifier")),
                        why(choice, reasons)))
                .toList();
        long right = options.stream().filter(Option::correct).count();
        if (right == 1 && ids.size() == 2 && ids.containsAll(List.of("true", "false"))) {
            return new Interaction.TrueFalse(options.get(ids.indexOf("true")).correct());
        }
        Optional<Boolean> truth = right == 1 ? truth(options) : Optional.empty();
        if (truth.isPresent()) {
            return new Interaction.TrueFalse(truth.get());
        }
        return one || right == 1 ? new Interaction.SingleChoice(options) : new Interaction.MultipleChoice(options);
    }

    /** Whether a yes and a no, with nothing more to say, say yes. */
    private static Optional<Boolean> truth(List<Option> options) {
        boolean plain = options.stream().allMatch(option -> option.why() == null);
        return plain
                ? TruthWords.yes(options.stream().map(Option::text).toList())
                        .map(yes -> options.get(yes).correct())
                : Optional.empty();
    }

    private @Nullable String why(Element choice, QtiReasons reasons) {
        String within = choice.select("feedbackinline, feedbackblock").stream()
                .map(text::markdown)
                .filter(one -> !one.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        String said = (within + "\n\n" + reasons.of(choice.attr("identifier"), text)).strip();
        return said.isEmpty() ? null : said;
    }

    private Interaction order(Map<String, String> steps) {
        List<String> order = key.correct().isEmpty() ? List.copyOf(steps.keySet()) : key.correct();
        List<String> outside = new ArrayList<>(steps.keySet());
        outside.removeAll(order);
        leftOut(outside.stream().map(id -> steps.getOrDefault(id, id)).toList());
        return new Interaction.Ordering(
                order.stream().map(id -> steps.getOrDefault(id, id)).toList());
    }

    /** What the key does not use. */
    private void leftOut(List<String> texts) {
        if (!texts.isEmpty()) {
            String all = MarkdownPictures.ANY.matcher(String.join(" / ", texts)).replaceAll("$1");
            remarks.add(Remark.of("exchange.remark.unused-left-out", all));
        }
    }

    private Map<String, String> named(List<Element> choices) {
        Map<String, String> named = new LinkedHashMap<>();
        choices.forEach(choice -> named.put(choice.attr("identifier"), text.markdown(choice)));
        return named;
    }

    private Interaction match(Element element) throws NoKey {
        List<Element> sets = element.select("simplematchset");
        return pairs().interaction(
                        named(sets.get(0).select("simpleassociablechoice")),
                        named(sets.get(1).select("simpleassociablechoice")));
    }

    private QtiSpots spots() {
        return new QtiSpots(key, text, remarks, this::leftOut);
    }

    private QtiPairs pairs() throws NoKey {
        if (key.pairs().isEmpty()) {
            throw new NoKey();
        }
        return new QtiPairs(key, this::leftOut);
    }

    private Interaction gapMatch(Element element) {
        Map<String, String> words = named(element.select("gaptext, gapimg"));
        Map<String, String> inGap = new LinkedHashMap<>();
        key.pairs().forEach(pair -> inGap.put(pair[1], pair[0]));
        List<String> all = words.values().stream().distinct().toList();
        List<String> used = inGap.values().stream()
                .filter(words::containsKey)
                .map(id -> words.getOrDefault(id, id))
                .distinct()
                .toList();
        WordChoices.remark(all, used, remarks);
        List<Blank> blanks = new ArrayList<>();
        for (Element gap : element.select("gap")) {
            String right = words.get(inGap.getOrDefault(gap.attr("identifier"), ""));
            if (right == null) {
                remarks.add(Remark.guess(0.2, "exchange.remark.no-key"));
            }
            blanks.add(WordChoices.pick(all, right == null ? all.getFirst() : right, used));
        }
        return new Interaction.FillIn(blanks);
    }

    /** A text, files, or both. */
    Interaction written(Element element, int uploads) {
        String hints = QtiBody.notes(item).stream()
                .map(text::markdown)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return new Interaction.Essay(new Rubric(List.of(), String.join("\n", key.correct()), hints), uploads);
    }

    /** An inline interaction. */
    Blank blank(Element element) {
        if (element.normalName().equals("inlinechoiceinteraction")) {
            Map<String, String> choices = named(element.select("inlinechoice"));
            // An empty choice only says that nothing is chosen yet.
            choices.values().removeIf(String::isEmpty);
            List<String> all = choices.values().stream().distinct().toList();
            Optional<String> right = choices.keySet().stream()
                    .filter(key.best()::contains)
                    .map(id -> choices.getOrDefault(id, id))
                    .findFirst();
            if (right.isEmpty() && !key.empty()) {
                remarks.add(Remark.guess(0.2, "exchange.remark.no-key"));
            }
            String word = right.orElseGet(all::getFirst);
            WordChoices.remark(all, List.of(word), remarks);
            return WordChoices.pick(all, word, List.of(word));
        }
        key.partly().forEach((value, share) -> remarks.add(Remark.of("exchange.remark.partial-answer", value, share)));
        if (key.numeric()) {
            return value(element);
        }
        boolean exact = !key.caseSensitive().isEmpty()
                || key.tellsCasesApart()
                || key.mapped().isEmpty()
                        && key.accepted().stream()
                                .anyMatch(word -> worth.mindsCase(element.attr("responseidentifier"), word));
        return new Blank.Words(key.accepted(), exact);
    }

    /** A number with its tolerance; without a key the middle of what is taken for right. */
    private Blank value(Element element) {
        String response = element.attr("responseidentifier");
        Optional<BigDecimal[]> range = QtiConditions.range(item, response);
        if (range.isPresent()) {
            BigDecimal[] bounds = range.get();
            BigDecimal middle = bounds[0].add(bounds[1]).divide(BigDecimal.valueOf(2));
            BigDecimal right = key.accepted().isEmpty() ? middle : number();
            BigDecimal tolerance = right.subtract(bounds[0])
                    .abs()
                    .max(bounds[1].subtract(right).abs());
            if (right.compareTo(middle) != 0) {
                remarks.add(Remark.of("exchange.remark.tolerance-left-out", right.toPlainString()));
            }
            return new Blank.Value(right, tolerance);
        }
        BigDecimal tolerance = tolerance(element, number());
        worth.demandTolerance(response, number(), tolerance);
        return new Blank.Value(number(), tolerance);
    }

    private BigDecimal number() {
        return Numbers.of(key.accepted().getFirst());
    }

    private BigDecimal tolerance(Element element, BigDecimal number) {
        return QtiConditions.tolerance(item, element.attr("responseidentifier"), number)
                .orElse(BigDecimal.ZERO);
    }
}
