package org.lianbing.bank.exchange.gift;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.format.ExportedItem;
import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.format.FormatWriter;
import org.lianbing.bank.exchange.format.Loss;
import org.lianbing.bank.exchange.text.BracketedTex;
import org.lianbing.bank.exchange.text.ClipWords;
import org.lianbing.bank.exchange.text.SharesAlone;
import org.lianbing.bank.exchange.text.Wildcards;

/**
 * Writes GIFT, with texts as Markdown. The format has no pictures and knows but some of the types; an item that it
 * cannot carry is named in a comment in its place.
 */
@Component
class GiftWriter implements FormatWriter {

    private static final String PICTURE = "](media:";
    /** Makes pairs of answers, and has no escape. */
    private static final String ARROW = "->";

    private static final String SIGNS = "\\~=#{}:";

    private final MessageSource texts;

    GiftWriter(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public String format() {
        return GiftReader.FORMAT;
    }

    @Override
    public String extension() {
        return "gift";
    }

    @Override
    public String contentType() {
        return "text/plain";
    }

    @Override
    public Loss loss(ItemContent content) {
        if (answers(content.interaction(), content.credit()).isEmpty()) {
            return Loss.ALL;
        }
        boolean pictured = content.stem().contains(PICTURE)
                || content.explanation().contains(PICTURE)
                || content.interaction().passages().stream()
                        .anyMatch(passage -> passage.text().contains(PICTURE));
        return pictured ? Loss.PART : Loss.NOTHING;
    }

    @Override
    public Optional<String> scoredOtherwise(ItemContent content) {
        return SharesAlone.lost(content);
    }

    @Override
    public boolean carriesClips() {
        return false;
    }

    @Override
    public void write(ExportedItems items, OutputStream out) throws IOException {
        PrintWriter writer = new PrintWriter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        ClipWords clips = new ClipWords(items);
        items.each(item -> writer.print(text(clips.without(item), said(item, clips, items.language()))));
        writer.flush();
        if (writer.checkError()) {
            throw new IOException("the file could not be written");
        }
    }

    /** What the file does not carry: sound and film by what they are called, and the rule of scoring. */
    private List<String> said(ExportedItem item, ClipWords clips, Locale language) {
        List<String> said = new ArrayList<>();
        clips.in(item.content()).forEach(clip -> said.add(clip.replaceAll("\\s+", " ") + ": not in GIFT"));
        scoredOtherwise(item.content()).ifPresent(how -> said.add(texts.getMessage(how, null, language)));
        return said;
    }

    private static String text(ExportedItem item, List<String> said) {
        Optional<String> answers =
                answers(item.content().interaction(), item.content().credit());
        String head = "// [id:" + item.code() + "]\n"
                + said.stream().map(one -> "// " + one + "\n").collect(Collectors.joining());
        if (answers.isEmpty()) {
            return head + "// " + item.content().interaction().type().code() + ": not in GIFT\n\n";
        }
        ItemContent content = item.content();
        String general = content.explanation().isEmpty() ? "" : "####" + shown(content.explanation());
        // A slash within a name is doubled.
        String trade = item.tradeName().replace("/", "//");
        String path = item.levels().isEmpty()
                ? trade
                : trade + "/" + item.levels().getFirst().code();
        return "$CATEGORY: $course$/top/" + path + "\n\n" + head + "::" + escaped(item.code()) + "::[markdown]"
                + shown(content.stem()) + "{" + answers.get() + general + "}\n\n";
    }

    private static Optional<String> answers(Interaction interaction, @Nullable PartialCredit credit) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> Optional.of(truth.key() ? "TRUE" : "FALSE");
            case Interaction.SingleChoice choice -> Optional.of(options(choice.options(), "=", "~"));
            case Interaction.MultipleChoice choice -> Optional.of(several(choice.options(), credit));
            case Interaction.FillIn fill -> words(fill);
            case Interaction.Numeric number ->
                number.unit().isEmpty() && number.figures() == null
                        ? Optional.of("#" + number.key().toPlainString() + ":"
                                + number.tolerance().toPlainString())
                        : Optional.empty();
            case Interaction.Matching matching
            when matching.pairs().stream().noneMatch(pair -> pair.left().contains(ARROW)) ->
                Optional.of(matching.pairs().stream()
                                .map(pair -> "=" + shown(pair.left()) + " -> " + escaped(pair.right()) + "\n")
                                .collect(Collectors.joining())
                        + matching.extras().stream()
                                .map(extra -> "= -> " + escaped(extra) + "\n")
                                .collect(Collectors.joining()));
            case Interaction.Essay essay ->
                essay.rubric().points().isEmpty() && essay.rubric().sample().isEmpty() && essay.uploads() == 0
                        ? Optional.of("")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String options(List<Option> options, String right, String wrong) {
        return "\n"
                + options.stream()
                        .map(option -> (option.correct() ? right : weighed(wrong, option.text())) + said(option) + "\n")
                        .collect(Collectors.joining());
    }

    /** Each right option an equal share; a wrong one takes as much off where it is told so, else all. */
    private static String several(List<Option> options, @Nullable PartialCredit credit) {
        long right = options.stream().filter(Option::correct).count();
        String share = java.math.BigDecimal.valueOf(100)
                .divide(java.math.BigDecimal.valueOf(Math.max(1, right)), 5, java.math.RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
        return options(
                options, "~%" + share + "%", credit == PartialCredit.NET_RIGHT ? "~%-" + share + "%" : "~%-100%");
    }

    /** Text that itself begins like a weight stands behind one. */
    private static String weighed(String mark, String text) {
        return mark.equals("~") && text.startsWith("%") ? "~%0%" : mark;
    }

    private static String said(Option option) {
        return shown(option.text()) + (option.why() == null ? "" : "#" + shown(option.why()));
    }

    private static Optional<String> words(Interaction.FillIn fill) {
        return fill.blanks().size() == 1
                        && fill.blanks().getFirst() instanceof Blank.Words words
                        && !words.exactCase()
                        && words.accepted().stream().noneMatch(word -> word.contains(ARROW))
                ? Optional.of(words.accepted().stream()
                        .map(word -> (word.startsWith("%") ? "=%100%" : "=") + escaped(Wildcards.literal(word)))
                        .collect(Collectors.joining(" ")))
                : Optional.empty();
    }

    private static String shown(String markdown) {
        return escaped(BracketedTex.written(markdown));
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char sign : text.toCharArray()) {
            if (sign == '\n') {
                out.append("\\n");
            } else {
                out.append(SIGNS.indexOf(sign) >= 0 ? "\\" : "").append(sign);
            }
        }
        return out.toString();
    }
}
