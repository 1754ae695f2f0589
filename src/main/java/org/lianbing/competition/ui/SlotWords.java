package org.lianbing.competition.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.lianbing.exam.SlotSheet;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotKey;
import org.lianbing.paper.SlotView;

/** Answers and keys of a slot in the letters of its base order, as they stand beside the options on this page. */
final class SlotWords {

    private static final String LIST = "；";

    private final SlotSheet sheet;
    private final List<SlotView.Option> options;
    private final List<SlotView.Option> lefts;

    SlotWords(SlotSheet sheet) {
        this.sheet = sheet;
        SlotFeedback feedback = sheet.feedback();
        SlotView body = feedback == null ? SlotView.NONE : feedback.body();
        options = body.options() == null ? List.of() : body.options();
        lefts = body.lefts() == null ? List.of() : body.lefts();
    }

    List<SlotView.Option> options() {
        return options;
    }

    List<SlotView.Option> lefts() {
        return lefts;
    }

    static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    /** Without formatting. */
    static String plain(String html) {
        return Jsoup.parse(html).text();
    }

    /** A token with its text: B 断开. */
    String option(String token) {
        int place = place(options, token);
        return place < 0
                ? token
                : letter(place) + " " + plain(options.get(place).text());
    }

    /** The letter of a token. */
    String letterOf(String token) {
        int place = place(options, token);
        return place < 0 ? "?" : letter(place);
    }

    /** What somebody answered. */
    String given(JsonNode value) {
        if (value.isString()) {
            String text = value.stringValue();
            return place(options, text) < 0 ? text : letterOf(text);
        }
        if (value.isObject() && !lefts.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            for (int at = 0; at < lefts.size(); at++) {
                JsonNode right = value.get(lefts.get(at).token());
                pairs.add((at + 1) + "—" + (right == null ? "" : letterOf(right.stringValue())));
            }
            return String.join(LIST, pairs);
        }
        if (value.isArray()) {
            return sheet.slot().key() instanceof SlotKey.Several
                    ? value.valueStream()
                            .map(JsonNode::stringValue)
                            .sorted(Comparator.comparingInt(token -> place(options, token)))
                            .map(this::letterOf)
                            .reduce("", String::concat)
                    : several(value);
        }
        return value.toString();
    }

    private String several(JsonNode array) {
        List<String> all = new ArrayList<>();
        for (int at = 0; at < array.size(); at++) {
            JsonNode entry = array.get(at);
            if (entry.isString()) {
                all.add(entry(entry.stringValue(), at));
            } else if (entry.isArray() && entry.size() == 2) {
                all.add("(" + entry.get(0).asInt() + ", " + entry.get(1).asInt() + ")");
            } else {
                all.add("—");
            }
        }
        boolean order = sheet.slot().key() instanceof SlotKey.Order;
        return String.join(order ? "" : LIST, all);
    }

    private String entry(String text, int blank) {
        if (place(options, text) >= 0) {
            return letterOf(text);
        }
        SlotFeedback feedback = sheet.feedback();
        List<SlotView.Blank> blanks = feedback == null ? null : feedback.body().blanks();
        if (blanks == null || blank >= blanks.size()) {
            return text;
        }
        List<SlotView.Option> choices =
                Objects.requireNonNullElse(blanks.get(blank).options(), List.of());
        return choices.stream()
                .filter(one -> one.token().equals(text))
                .map(SlotView.Option::text)
                .findFirst()
                .orElse(text);
    }

    /** What a token means in a blank that is picked. */
    String choice(int blank, String token) {
        return plain(entry(token, blank));
    }

    /** A key as candidates will read it, in one line. */
    String key(SlotFeedback.Key key) {
        if (key.tokens() != null) {
            String letters = key.tokens().stream().map(this::letterOf).reduce("", String::concat);
            return key.tokens().size() == 1 && options.size() == 2
                    ? option(key.tokens().getFirst())
                    : letters;
        }
        if (key.value() != null) {
            return number(key.value(), key.tolerance()) + (key.unit() == null ? "" : " " + key.unit());
        }
        if (key.blanks() != null) {
            List<String> blanks = new ArrayList<>();
            for (int at = 0; at < key.blanks().size(); at++) {
                SlotFeedback.KeyBlank blank = key.blanks().get(at);
                if (blank.accepted() != null) {
                    blanks.add(String.join(" / ", blank.accepted()));
                } else if (blank.value() != null) {
                    blanks.add(number(blank.value(), blank.tolerance()));
                } else {
                    blanks.add(entry(Objects.requireNonNullElse(blank.token(), ""), at));
                }
            }
            return String.join(LIST, blanks);
        }
        if (key.pairs() != null) {
            List<String> pairs = new ArrayList<>();
            for (int at = 0; at < lefts.size(); at++) {
                String right = key.pairs().get(lefts.get(at).token());
                pairs.add((at + 1) + "—" + (right == null ? "?" : letterOf(right)));
            }
            return String.join(LIST, pairs);
        }
        return key.regions() == null
                ? ""
                : String.join(
                        LIST,
                        key.regions().stream()
                                .filter(SlotFeedback.KeyRegion::correct)
                                .map(region -> RegionText.of(region.shape()))
                                .toList());
    }

    private static String number(String value, @Nullable String tolerance) {
        return tolerance == null || tolerance.equals("0") ? value : value + " ± " + tolerance;
    }

    private static int place(List<SlotView.Option> among, String token) {
        for (int at = 0; at < among.size(); at++) {
            if (among.get(at).token().equals(token)) {
                return at;
            }
        }
        return -1;
    }
}
