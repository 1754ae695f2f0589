package org.lianbing.bank.exchange.gift;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Pair;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.BracketedTex;
import org.lianbing.bank.exchange.text.HtmlToMarkdown;
import org.lianbing.bank.exchange.text.LooseSigns;
import org.lianbing.bank.exchange.text.MarkdownMedia;
import org.lianbing.bank.exchange.text.MediaLinks;
import org.lianbing.bank.exchange.text.Numbers;
import org.lianbing.bank.exchange.text.PickedShares;
import org.lianbing.bank.exchange.text.WeightedOptions;
import org.lianbing.bank.exchange.text.Wildcards;
import org.lianbing.bank.exchange.wide.PlainText;

/** One question of a GIFT file. Source of the format: Moodle's documentation, "GIFT format". */
final class GiftQuestion {

    private static final Pattern TITLE = Pattern.compile("^\\s*::(.*?)::", Pattern.DOTALL);
    private static final Pattern FORMAT = Pattern.compile("^\\s*\\[(html|markdown|plain|moodle)]");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(\\s[^<>]*)?/?>|&[a-z]{2,8};|&#\\d+;");
    private static final Pattern ARROW = Pattern.compile("\\s*->\\s*");
    private static final String NUMBER =
            "([-+]?(?:0,\\d+|\\d+(?:\\.\\d+|,(?!\\d{3}(?!\\d))\\d+)?|\\.\\d+)(?:[eE][-+]?\\d{1,2})?)";
    private static final Pattern RANGE = Pattern.compile("\\s*" + NUMBER + "\\s*(?:(:|\\.\\.)\\s*" + NUMBER + ")?\\s*");
    private static final int DIFFICULTY = 3;

    private final String place;
    private final String source;
    private final Labels labels;
    private final List<Remark> remarks = new ArrayList<>();
    /** GIFT carries no files; a picture may stand in the text itself. */
    private final MediaLinks media;

    private final LooseSigns loose;

    private String format = "moodle";
    private @Nullable PartialCredit credit;

    GiftQuestion(String place, String source, Labels labels, Pictures pictures) {
        this.media = new MediaLinks(pictures, name -> Optional.empty(), remarks);
        this.place = place;
        this.source = source;
        this.loose = new LooseSigns(source);
        this.labels = labels;
    }

    Question read() {
        String text = GiftSigns.aside(source);
        // The format stands behind the title; some write it before.
        text = format(untitled(format(text)));
        if (!GiftBraces.any(text)) {
            return unread("exchange.problem.description");
        }
        return GiftBraces.of(text)
                .map(braces -> read(braces.before(), braces.inner(), braces.after()))
                .orElseGet(() -> unread("exchange.problem.gift-braces"));
    }

    private static String untitled(String text) {
        Matcher title = TITLE.matcher(text);
        return title.find() ? text.substring(title.end()) : text;
    }

    private Question read(String before, String inner, String after) {
        int general = inner.indexOf("####");
        String explanation = general < 0 ? "" : markdown(inner.substring(general + 4));
        String answers = general < 0 ? inner : inner.substring(0, general);
        // A full stop behind the answers ends the sentence; only words make a blank of them.
        String behind = after.codePoints().anyMatch(Character::isLetterOrDigit) ? markdown(after) : "";
        String stem = markdown(before) + (behind.isEmpty() ? "" : " ____ " + behind);
        try {
            Interaction interaction = interaction(answers.strip());
            if (interaction == null) {
                return unread("exchange.problem.gift-answers");
            }
            return new Question.Read(
                    place,
                    source,
                    labels,
                    new ItemContent(stem.strip(), interaction, explained(explanation), DIFFICULTY, credit),
                    remarks);
        } catch (ArithmeticException | NumberFormatException e) {
            return unread("exchange.problem.gift-answers");
        }
    }

    /** Feedback on an answer as a whole is told behind the general one. */
    private String explained(String explanation) {
        return extra.isEmpty()
                ? explanation
                : (explanation + "\n\n"
                                + String.join("\n\n", extra.stream().distinct().toList()))
                        .strip();
    }

    private final List<String> extra = new ArrayList<>();

    private @Nullable Interaction interaction(String answers) {
        if (answers.isEmpty()) {
            return new Interaction.Essay(new Rubric(List.of(), "", ""));
        }
        if (answers.startsWith("#")) {
            return number(answers.substring(1).strip());
        }
        Optional<Interaction> truth = truth(answers);
        if (truth.isPresent()) {
            return truth.get();
        }
        List<GiftAnswer> all = GiftAnswer.all(answers);
        if (all.isEmpty()) {
            return null;
        }
        boolean right = all.stream().allMatch(GiftAnswer::right);
        long arrows =
                all.stream().filter(answer -> answer.text().contains("->")).count();
        if (right && arrows > 0) {
            return arrows == all.size() ? pairs(all) : null;
        }
        return right ? words(all) : choice(all);
    }

    private Optional<Interaction> truth(String answers) {
        String[] parts = answers.split("#", 3);
        Boolean key = switch (parts[0].strip().toUpperCase(Locale.ROOT)) {
            case "T", "TRUE", "对", "正确" -> Boolean.TRUE;
            case "F", "FALSE", "错", "错误" -> Boolean.FALSE;
            default -> null;
        };
        if (key == null) {
            return Optional.empty();
        }
        for (int i = 1; i < parts.length; i++) {
            String feedback = markdown(parts[i]);
            if (!feedback.isEmpty()) {
                extra.add(feedback);
            }
        }
        return Optional.of(new Interaction.TrueFalse(key));
    }

    private Interaction choice(List<GiftAnswer> all) {
        List<WeightedOptions.Weighted> options = all.stream()
                .map(GiftAnswer::picked)
                .map(answer ->
                        new WeightedOptions.Weighted(markdown(answer.text()), answer.weight(), why(answer.feedback())))
                .toList();
        boolean single = all.stream().anyMatch(GiftAnswer::right);
        Interaction read = WeightedOptions.choice(options, single, remarks);
        credit = PickedShares.rule(options, read, single, remarks);
        return read;
    }

    private @Nullable String why(String feedback) {
        String text = markdown(feedback);
        return text.isEmpty() ? null : text;
    }

    private Interaction words(List<GiftAnswer> all) {
        List<String> accepted = new ArrayList<>();
        for (GiftAnswer answer : all) {
            String text = GiftSigns.back(answer.text()).strip();
            String bare = stripped(text);
            if (answer.full()) {
                accepted.add(Wildcards.read(bare));
                if (Wildcards.any(bare)) {
                    remarks.add(Remark.of("exchange.remark.wildcard", bare));
                }
            } else if (answer.weight().signum() > 0) {
                remarks.add(Remark.of(
                        "exchange.remark.partial-answer", bare, answer.weight().toPlainString()));
            }
            String why = markdown(answer.feedback());
            if (!why.isEmpty()) {
                extra.add(why);
            }
        }
        return new Interaction.FillIn(List.of(new Blank.Words(accepted, false)));
    }

    private static String stripped(String text) {
        Matcher format = FORMAT.matcher(text);
        return TAG.matcher(format.find() ? text.substring(format.end()) : text)
                .replaceAll("")
                .strip();
    }

    private Interaction pairs(List<GiftAnswer> all) {
        List<Pair> pairs = new ArrayList<>();
        List<String> extras = new ArrayList<>();
        for (GiftAnswer answer : all) {
            String[] sides = ARROW.split(answer.text(), 2);
            String left = markdown(sides[0]);
            if (left.isEmpty()) {
                extras.add(markdown(sides[1]));
            } else {
                pairs.add(new Pair(left, markdown(sides[1])));
            }
        }
        return new Interaction.Matching(pairs, extras);
    }

    private @Nullable Interaction number(String text) {
        List<GiftAnswer> all = GiftAnswer.all(text.startsWith("=") || text.startsWith("~") ? text : "=" + text);
        Interaction.Numeric key = null;
        for (GiftAnswer answer : all) {
            Optional<Interaction.Numeric> read = range(GiftSigns.back(answer.text()));
            if (read.isPresent() && answer.full() && key == null) {
                key = read.get();
            } else if (answer.full()) {
                remarks.add(Remark.guess(
                        0.5,
                        "exchange.remark.one-of-several",
                        key == null ? "" : key.key().toPlainString(),
                        GiftSigns.back(answer.text())));
            } else if (answer.weight().signum() > 0) {
                remarks.add(Remark.of(
                        "exchange.remark.partial-answer",
                        GiftSigns.back(answer.text()),
                        answer.weight().toPlainString()));
            }
            String why = markdown(answer.feedback());
            if (!why.isEmpty()) {
                extra.add(why);
            }
        }
        return key;
    }

    /** {@code 3.14:0.01} is a value and its tolerance, {@code 3..4} a range. */
    private static Optional<Interaction.Numeric> range(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        BigDecimal first = Numbers.of(range.group(1));
        if (range.group(2) == null) {
            return Optional.of(new Interaction.Numeric(first, BigDecimal.ZERO, ""));
        }
        BigDecimal second = Numbers.of(range.group(3));
        if (range.group(2).equals(":")) {
            return Optional.of(new Interaction.Numeric(first, second.abs(), ""));
        }
        BigDecimal two = BigDecimal.valueOf(2);
        return Optional.of(new Interaction.Numeric(
                first.add(second).divide(two), second.subtract(first).abs().divide(two), ""));
    }

    private String format(String text) {
        Matcher named = FORMAT.matcher(text);
        if (named.find()) {
            format = named.group(1);
            return text.substring(named.end());
        }
        return text;
    }

    private String markdown(String aside) {
        String text = GiftSigns.back(aside).strip();
        Matcher named = FORMAT.matcher(text);
        String as = format;
        if (named.find()) {
            as = named.group(1);
            text = text.substring(named.end()).strip();
        }
        return switch (as) {
            case "html" -> HtmlToMarkdown.of(loose.in(text), media::of);
            case "markdown" -> MarkdownMedia.kept(BracketedTex.read(text), media);
            case "plain" -> PlainText.toMarkdown(text);
            default ->
                HtmlToMarkdown.of(
                        (TAG.matcher(text).find() ? loose.in(text) : Entities.escape(text)).replace("\n", "<br>"),
                        media::of);
        };
    }

    private Question unread(String code) {
        return new Question.Unread(place, source, labels, Remark.of(code));
    }
}
