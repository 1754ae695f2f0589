package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.TruthWords;
import org.lianbing.bank.exchange.text.WeightedOptions;

/** How an item of QTI 1.2 asks, by what its responses look like. */
final class Qti1Asking {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final Element item;
    private final Element presentation;
    private final String type;
    private final Qti1Key key;
    private final Qti1Text text;
    private final List<Remark> remarks;
    private final Qti1Blanks blanks;
    private String stem = "";

    Qti1Asking(Element item, Element presentation, String type, Qti1Key key, Qti1Text text, List<Remark> remarks) {
        this.item = item;
        this.presentation = presentation;
        this.type = type;
        this.key = key;
        this.text = text;
        this.remarks = remarks;
        this.blanks = new Qti1Blanks(item, type, key, text, remarks);
    }

    /** What is asked, once it is known how. */
    String stem() {
        return stem;
    }

    Interaction interaction(List<Element> responses, String asked) throws QtiBlocks.Foreign {
        stem = asked;
        for (Element response : responses) {
            boolean groups = response.nameIs("response_grp") && responses.size() == 1;
            if (response.nameIs("response_xy") || response.nameIs("response_grp") && !groups) {
                throw new QtiBlocks.Foreign(response.normalName());
            }
            if (groups) {
                return new Qti1Pairs(presentation, key, text, remarks).groups(response);
            }
        }
        boolean written = responses.stream().noneMatch(response -> response.nameIs("response_lid"));
        if (written) {
            return written(responses);
        }
        List<Element> picked = responses.stream()
                .filter(response -> response.nameIs("response_lid"))
                .toList();
        boolean single = picked.size() == 1 && responses.size() == 1;
        if (single && !(type.contains("dropdown") || type.contains("fill_in"))) {
            return one(picked.getFirst());
        }
        if (picked.size() == responses.size() && named(picked)) {
            return inText(picked);
        }
        if (single) {
            return one(picked.getFirst());
        }
        Qti1Pairs pairs = new Qti1Pairs(presentation, key, text, remarks);
        if (picked.size() == responses.size() && (type.contains("match") || pairs.alike(picked))) {
            Interaction matching = pairs.interaction(picked);
            stem = pairs.stem().orElse(stem);
            return matching;
        }
        return parts(responses, pairs);
    }

    private Interaction written(List<Element> responses) {
        if (named(responses)) {
            stem = stem.replaceAll("(\\s*" + Qti1Text.BLANK + "\\s*)+$", "");
            return inText(responses);
        }
        if (responses.size() == 1 && blanks.numeric(responses.getFirst()) && stem.endsWith(Qti1Text.BLANK)) {
            Qti1Key.Number number = blanks.number(responses.getFirst());
            stem = stem.substring(0, stem.length() - Qti1Text.BLANK.length()).strip();
            return new Interaction.Numeric(number.key(), number.tolerance(), "");
        }
        if (responses.size() == 1
                && stem.endsWith(Qti1Text.BLANK)
                && stem.indexOf(Qti1Text.BLANK) < stem.length() - Qti1Text.BLANK.length()) {
            // The text has its own line where the answer goes.
            stem = stem.substring(0, stem.length() - Qti1Text.BLANK.length()).strip();
        }
        return new Interaction.FillIn(responses.stream().map(blanks::of).toList());
    }

    private Map<String, String> labels(Element response) {
        return text.labels(response);
    }

    private Interaction one(Element response) {
        Map<String, String> labels = labels(response);
        Map<String, BigDecimal> right = key.of(response.attr("ident"));
        if (response.attr("rcardinality").equalsIgnoreCase("Ordered")) {
            return new Interaction.Ordering(ordered(labels, List.copyOf(right.keySet())));
        }
        Map<String, Boolean> statements = key.statements(response.attr("ident"), labels.keySet());
        if (!statements.isEmpty()) {
            return statements(labels, statements);
        }
        if (key.countsWhatIsLeft()) {
            remarks.add(Remark.of("exchange.remark.scoring-left-out"));
        }
        if (right.keySet().stream().noneMatch(labels::containsKey)) {
            remarks.add(Remark.guess(0.2, "exchange.remark.no-key"));
        }
        Boolean truth = truth(labels, right);
        if (truth != null) {
            return new Interaction.TrueFalse(truth);
        }
        boolean single = !response.attr("rcardinality").equalsIgnoreCase("Multiple")
                && !type.contains("multiple_answer")
                && !type.contains("multiple answer");
        BigDecimal most = right.values().stream().max(BigDecimal::compareTo).orElse(FULL);
        List<WeightedOptions.Weighted> options = new ArrayList<>();
        labels.forEach((id, shown) -> options.add(new WeightedOptions.Weighted(
                shown,
                right.getOrDefault(id, BigDecimal.ZERO).multiply(FULL).divide(most, 0, java.math.RoundingMode.HALF_UP),
                why(id))));
        return WeightedOptions.choice(options, single, remarks);
    }

    /** The steps as the key orders them; where it only numbers places (ILIAS), the labels stand in their order. */
    private List<String> ordered(Map<String, String> labels, List<String> right) {
        boolean places = !labels.isEmpty()
                && right.stream().noneMatch(labels::containsKey)
                && right.stream().allMatch(place -> place.matches("\\d{1,3}"));
        if (places) {
            remarks.add(Remark.guess(0.8, "exchange.remark.order-as-listed"));
            return List.copyOf(labels.values());
        }
        if (right.stream().anyMatch(id -> !labels.containsKey(id))) {
            throw new NoSuchElementException("order");
        }
        return right.stream().map(id -> labels.getOrDefault(id, id)).toList();
    }

    private Interaction statements(Map<String, String> labels, Map<String, Boolean> right) {
        remarks.add(Remark.of("exchange.remark.each-row-counts"));
        List<CasePart> parts = new ArrayList<>();
        labels.forEach((id, said) -> parts.add(new CasePart(
                said, new Interaction.TrueFalse(right.getOrDefault(id, false)), BigDecimal.ONE, "", null)));
        return new Interaction.Case(parts);
    }

    /** Whether a choice of yes and no says yes; null where it is none. */
    private static @Nullable Boolean truth(Map<String, String> labels, Map<String, BigDecimal> right) {
        List<String> ids = List.copyOf(labels.keySet());
        List<String> words = ids.stream()
                .map(id -> labels.getOrDefault(id, "").isEmpty() ? id : labels.getOrDefault(id, ""))
                .map(said -> said.replace("\\", "").replaceFirst("^true_false\\.", ""))
                .toList();
        Optional<Integer> yes = right.size() == 1 ? TruthWords.yes(words) : Optional.empty();
        return yes.isEmpty() ? null : Boolean.valueOf(right.containsKey(ids.get(yes.get())));
    }

    private @Nullable String why(String option) {
        String said = item.select("> itemfeedback").stream()
                .filter(feedback -> !general(feedback.attr("ident")))
                .filter(feedback -> key.option(feedback.attr("ident"))
                        .filter(option::equals)
                        .isPresent())
                .map(text::of)
                .filter(one -> !one.isEmpty() && !one.equals("NONE"))
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return said.isEmpty() ? null : said;
    }

    /** Whether a feedback is told on the whole answer. */
    static boolean general(String ident) {
        return ident.toLowerCase(Locale.ROOT).matches("(general_)?((in)?correct|general)(_fb)?|solution.*");
    }

    /** Whether each response has its place in the text by its name: {@code response_colour} and {@code [colour]}. */
    private boolean named(List<Element> responses) {
        return responses.stream()
                .allMatch(
                        response -> place(response.attr("ident")).matcher(stem).find());
    }

    private static Pattern place(String ident) {
        String name = ident.startsWith("response_") ? ident.substring("response_".length()) : ident;
        return Pattern.compile("\\\\?\\[" + Pattern.quote(name) + "\\\\?]");
    }

    private Interaction inText(List<Element> responses) {
        Map<Integer, Element> ordered = new java.util.TreeMap<>();
        for (Element response : responses) {
            Matcher place = place(response.attr("ident")).matcher(stem);
            if (place.find()) {
                ordered.put(place.start(), response);
            }
        }
        List<Blank> found = new ArrayList<>();
        for (Element response : ordered.values()) {
            stem = place(response.attr("ident")).matcher(stem).replaceFirst(Qti1Text.BLANK);
            found.add(response.nameIs("response_lid") ? blanks.picked(response) : blanks.of(response));
        }
        return new Interaction.FillIn(found);
    }

    /** Each response is a question of its own. */
    private Interaction parts(List<Element> responses, Qti1Pairs pairs) {
        List<CasePart> parts = new ArrayList<>();
        for (Element response : responses) {
            String own = response.nameIs("response_lid") ? pairs.left(response) : "";
            Interaction interaction = response.nameIs("response_lid")
                    ? one(response)
                    : new Interaction.FillIn(List.of(blanks.of(response)));
            parts.add(new CasePart(
                    own.isEmpty() ? "#" + (parts.size() + 1) : own, interaction, BigDecimal.ONE, "", null));
        }
        return new Interaction.Case(parts);
    }
}
