package org.lianbing.bank.exchange.gift;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.FileHead;
import org.lianbing.bank.exchange.text.PlainFile;
import org.lianbing.bank.exchange.wide.PlainText;

/** Aiken: a question on a line, options as {@code A.} or {@code A)}, then {@code ANSWER: A}. */
@Component
@Order(50)
class AikenReader implements FormatReader {

    static final String FORMAT = "aiken";

    private static final Pattern LOOKS = Pattern.compile("(?m)^ANSWER: ?[(（]?[A-Z]([\\s,]*[A-Z]){0,30}[)）.]?\\s*$");
    private static final Pattern ANSWER =
            Pattern.compile("(?i)^ANSWER\\s*[:：]\\s*[(（]?([A-Z](?:[\\s,，、]*[A-Z]){0,30})[)）.．。]?\\s*$");
    private static final Pattern ANSWERED = Pattern.compile("(?i)^ANSWER\\s*[:：].*");
    /** A letter and a sign; initials such as {@code A.C.} begin a sentence. */
    private static final Pattern OPTION =
            Pattern.compile("^\\s*(?:[(（](?=[A-Za-z][)）]))?([A-Za-z])(?:[.．、](?![A-Za-z]\\.)\\s*|[)）]\\s*)(.*)$");

    private static final Pattern NUMBER = Pattern.compile("^\\d{1,4}\\s*(?:[.．](?!\\d)|[、)）])\\s*(?=\\S)");
    /** Not of the format, but often written behind an answer. */
    private static final Pattern TOLD =
            Pattern.compile("(?i)^\\s*(?:feedback|explanation|rationale|答案解析|解析|说明)\\s*[:：]\\s*(.+)$");

    private static final int LONGEST = 50_000;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        return FileHead.isText(file, head -> LOOKS.matcher(head).find());
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        try (BufferedReader in = PlainFile.openLines(file)) {
            Gathered gathered = new Gathered(found);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                gathered.line(line);
            }
            gathered.goesOn();
            gathered.unfinished();
        }
    }

    /** The lines of a question until its answer. */
    private static final class Gathered {
        private final Consumer<Question> found;
        private final StringBuilder source = new StringBuilder();
        private final List<String> stem = new ArrayList<>();
        private final List<String> options = new ArrayList<>();
        private int number;
        private int line;
        private int began;
        private boolean blank;
        /** The last one, until it is known that nothing is told behind it. */
        private Question.@Nullable Read last;
        /** Whether lines since then may go on with what is told: until they turn out to ask, or end in a blank line. */
        private boolean telling;

        Gathered(Consumer<Question> found) {
            this.found = found;
        }

        void line(String text) {
            line++;
            if (text.isBlank()) {
                blank = true;
                return;
            }
            Matcher told = TOLD.matcher(text);
            if (last != null && told.matches()) {
                goesOn();
                last = explained(last, told.group(1), text);
                telling = true;
                blank = false;
                return;
            }
            Matcher option = OPTION.matcher(text);
            boolean next = !stem.isEmpty()
                    && option.matches()
                    && Character.toUpperCase(option.group(1).charAt(0)) - 'A' == options.size();
            if (blank && !next) {
                // Between a stem and its options a line may be blank, too.
                goesOn();
            }
            if (!telling) {
                handOver();
            }
            Matcher answer = ANSWER.matcher(text.strip());
            boolean answered = ANSWERED.matcher(text.strip()).matches();
            if (blank && !options.isEmpty() && !next && !answered) {
                // Nobody said what is right before the next question began.
                unfinished();
            }
            blank = false;
            if (source.isEmpty()) {
                began = line;
            }
            source.append(text).append('\n');
            if (answer.matches()) {
                end(answer.group(1)
                        .toUpperCase(Locale.ROOT)
                        .chars()
                        .filter(Character::isLetter)
                        .map(letter -> letter - 'A')
                        .boxed()
                        .collect(Collectors.toSet()));
            } else if (answered) {
                unfinished();
            } else if (next) {
                handOver();
                options.add(option.group(2).strip());
            } else if (options.isEmpty()) {
                stem.add(text.strip());
            } else {
                options.add(options.removeLast() + "\n" + text.strip());
            }
            if (source.length() > LONGEST) {
                unfinished();
            }
        }

        /** The lines behind an explanation that asked nothing belong to it. */
        private void goesOn() {
            if (telling && last != null && options.isEmpty()) {
                for (String line : stem) {
                    last = explained(last, line, line);
                }
                clear();
            }
            telling = false;
        }

        private void end(Set<Integer> keys) {
            handOver();
            if (stem.isEmpty() || Collections.max(keys) >= options.size()) {
                unfinished();
                return;
            }
            List<Option> all = new ArrayList<>();
            for (int i = 0; i < options.size(); i++) {
                all.add(new Option(PlainText.toMarkdown(options.get(i)), keys.contains(i), null));
            }
            last = new Question.Read(
                    place(),
                    source.toString().strip(),
                    Labels.NONE,
                    new ItemContent(
                            PlainText.toMarkdown(
                                    NUMBER.matcher(String.join("\n", stem)).replaceFirst("")),
                            keys.size() == 1 ? new Interaction.SingleChoice(all) : new Interaction.MultipleChoice(all),
                            "",
                            3),
                    List.of());
            clear();
        }

        private void handOver() {
            telling = false;
            if (last != null) {
                found.accept(last);
                last = null;
            }
        }

        private static Question.Read explained(Question.Read read, String told, String line) {
            ItemContent content = read.content();
            String explanation = (content.explanation() + "\n\n" + PlainText.toMarkdown(told.strip())).strip();
            return new Question.Read(
                    read.place(),
                    read.source() + "\n" + line.strip(),
                    read.labels(),
                    new ItemContent(content.stem(), content.interaction(), explanation, content.difficulty()),
                    read.remarks());
        }

        void unfinished() {
            handOver();
            if (!source.isEmpty()) {
                found.accept(new Question.Unread(
                        place(), source.toString().strip(), Labels.NONE, Remark.of("exchange.problem.aiken")));
            }
            clear();
        }

        private String place() {
            return "#" + ++number + " · line " + began;
        }

        private void clear() {
            source.setLength(0);
            stem.clear();
            options.clear();
        }
    }
}
