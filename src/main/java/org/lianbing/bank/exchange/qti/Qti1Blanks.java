package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import org.lianbing.bank.Blank;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.Numbers;
import org.lianbing.bank.exchange.text.WordChoices;
import org.lianbing.bank.exchange.wide.PlainText;

/** Responses of QTI 1.2 that stand in a text, each as a blank. */
final class Qti1Blanks {

    private final Element item;
    private final String type;
    private final Qti1Key key;
    private final Qti1Text text;
    private final List<Remark> remarks;

    Qti1Blanks(Element item, String type, Qti1Key key, Qti1Text text, List<Remark> remarks) {
        this.item = item;
        this.type = type;
        this.key = key;
        this.text = text;
        this.remarks = remarks;
    }

    /** Whether a number is asked for. */
    boolean numeric(Element response) {
        String fib = response.select("render_fib").attr("fibtype").toLowerCase(Locale.ROOT);
        return response.nameIs("response_num")
                || Set.of("decimal", "integer", "scientific").contains(fib)
                || type.contains("numeric");
    }

    /** What is written into a field, or picked there. */
    Blank of(Element response) {
        String ident = response.attr("ident");
        if (numeric(response)) {
            Qti1Key.Number number = number(response);
            return new Blank.Value(number.key(), number.tolerance());
        }
        if (response.selectFirst("render_choice") != null) {
            return picked(response);
        }
        List<String> words = key.words(ident);
        if (words.isEmpty()) {
            throw new NoSuchElementException("key");
        }
        key.partly(ident)
                .forEach((word, share) -> remarks.add(Remark.of("exchange.remark.partial-answer", word, share)));
        return new Blank.Words(words, key.exactCase());
    }

    /** Bounds may stand at the field itself. */
    Qti1Key.Number number(Element response) {
        Qti1Key.Number number = key.number(response.attr("ident")).orElseThrow();
        Element field = response.selectFirst("render_fib[minnumber][maxnumber]");
        if (field == null || number.tolerance().signum() > 0) {
            return number;
        }
        BigDecimal below = number.key().subtract(Numbers.of(field.attr("minnumber")));
        BigDecimal above = Numbers.of(field.attr("maxnumber")).subtract(number.key());
        return new Qti1Key.Number(number.key(), below.max(above).max(BigDecimal.ZERO));
    }

    /** One of several words. */
    Blank picked(Element response) {
        Map<String, String> labels = text.labels(response);
        List<String> right = key.words(response.attr("ident")).stream()
                .map(id -> labels.getOrDefault(id, shown(id, labels)))
                .distinct()
                .toList();
        if (right.isEmpty()) {
            throw new NoSuchElementException("key");
        }
        List<String> all = labels.values().stream().distinct().toList();
        if (response.selectFirst("response_label[answer_type=openEntry]") != null) {
            return openEntry(response, right, all);
        }
        boolean typed = type.contains("fill_in") || right.containsAll(all);
        if (!typed) {
            WordChoices.remark(all, right, remarks);
        }
        return typed ? new Blank.Words(right, false) : WordChoices.pick(all, right.getFirst(), right);
    }

    /** A label that a key names by its words (ILIAS). */
    private static String shown(String word, Map<String, String> labels) {
        String plain = PlainText.toMarkdown(word);
        return labels.containsValue(plain) ? plain : word;
    }

    /** What is written freely though it looks like a choice: all that is listed is right (Canvas). */
    private Blank openEntry(Element response, List<String> right, List<String> all) {
        for (Element label : response.select("response_label[scoring_algorithm]")) {
            String way = label.attr("scoring_algorithm");
            String said = text.of(label);
            if (way.equals("TextRegex")) {
                remarks.add(Remark.guess(0.3, "exchange.remark.expression", said));
            } else if (way.equals("TextContainsAnswer") || way.equals("TextCloseEnough")) {
                remarks.add(Remark.of("exchange.remark.near-words", said));
            }
        }
        boolean exact = item.select("> itemmetadata qtimetadatafield").stream()
                .filter(field -> field.select("> fieldlabel").text().strip().equals("case_sensitive"))
                .anyMatch(field -> field.select("> fieldentry").text().strip().equals("true"));
        return new Blank.Words(
                Stream.concat(right.stream(), all.stream()).distinct().toList(), exact);
    }
}
