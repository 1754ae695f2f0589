package org.lianbing.bank.exchange.gift;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.PlainFile;

/** GIFT: one question a paragraph, its answers in braces. */
@Component
@Order(60)
class GiftReader implements FormatReader {

    static final String FORMAT = "gift";

    private static final Pattern LOOKS =
            Pattern.compile("(?m)^\\s*(::|\\$CATEGORY:|//)|[^\\\\]\\{\\s*(\\}|[=~#]|T(RUE)?\\b|F(ALSE)?\\b)");
    private static final Pattern CATEGORY = Pattern.compile("^\\s*\\$CATEGORY:\\s*(.*)$");
    private static final Pattern MARK = Pattern.compile("\\[(id|tag):([^\\]]{1,200})]");
    private static final int HEAD = 64 * 1024;
    private static final int LONGEST = 200_000;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        String head = PlainFile.head(file, HEAD);
        if (file.name().toLowerCase(java.util.Locale.ROOT).endsWith(".gift")) {
            return !head.isBlank();
        }
        return head.indexOf('{') >= 0
                && head.indexOf('}') >= 0
                && LOOKS.matcher(head).find()
                && !head.stripLeading().startsWith("<");
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        try (BufferedReader in = PlainFile.open(file)) {
            Paragraphs paragraphs = new Paragraphs(found);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                paragraphs.line(line);
            }
            paragraphs.end();
        }
    }

    /** Gathers lines into questions. */
    private static final class Paragraphs {
        private final Consumer<Question> found;
        private final StringBuilder text = new StringBuilder();
        private List<String> path = List.of();
        private String id = "";
        private final List<String> tags = new ArrayList<>();
        private int number;
        private int line;
        private int began;

        Paragraphs(Consumer<Question> found) {
            this.found = found;
        }

        void line(String raw) {
            line++;
            Matcher category = CATEGORY.matcher(raw);
            if (raw.stripLeading().startsWith("//")) {
                marks(raw);
            } else if (category.matches() && text.isEmpty()) {
                path = Arrays.stream(category.group(1).split("(?<!/)/(?!/)"))
                        .map(part -> part.strip().replace("//", "/"))
                        .filter(part -> !part.isEmpty() && !part.startsWith("$") && !part.equals("top"))
                        .toList();
            } else if (raw.isBlank() && !open()) {
                end();
            } else {
                if (text.isEmpty()) {
                    began = line;
                }
                text.append(raw).append('\n');
                if (text.length() > LONGEST) {
                    end();
                }
            }
        }

        private void marks(String comment) {
            Matcher mark = MARK.matcher(comment);
            while (mark.find()) {
                if (mark.group(1).equals("id")) {
                    id = mark.group(2);
                } else {
                    tags.add(mark.group(2));
                }
            }
        }

        /** Whether a brace is open, so that a blank line belongs to the answers. */
        private boolean open() {
            String aside = GiftSigns.aside(text.toString());
            return aside.chars().filter(sign -> sign == '{').count()
                    > aside.chars().filter(sign -> sign == '}').count();
        }

        void end() {
            String source = text.toString().strip();
            if (!source.isEmpty()) {
                Labels labels = new Labels(id, path, List.copyOf(tags), "", "", "", "");
                String place = "#" + ++number + " · line " + began;
                found.accept(
                        source.length() > LONGEST / 2
                                ? new Question.Unread(
                                        place,
                                        source.substring(0, 2000),
                                        labels,
                                        Remark.of("exchange.problem.gift-braces"))
                                : new GiftQuestion(place, source, labels).read());
                id = "";
                tags.clear();
            }
            text.setLength(0);
        }
    }
}
