package org.lianbing.bank.exchange.paper;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;

/** Answers that stand together at the end: {@code 1-5 ABCDA}, {@code 1.A 2.BC}, a table of numbers and answers. */
final class AnswerKey {

    private static final String SAID = "(?:[A-H]{1,8}|√|×|✓|✗|正确|错误|对|错|T|F)";
    private static final Pattern RANGE = Pattern.compile(
            "(\\d{1,4})\\s*(?:-|–|—|~|～|至|到)\\s*(\\d{1,4})\\s*[:：.、题]?\\s*((?:" + SAID + "[\\s,，、;；]*)+)");
    private static final Pattern SINGLE =
            Pattern.compile("(?<![\\d-])(\\d{1,4})\\s*[.、:：)）]?\\s*[(（]?\\s*(" + SAID + ")\\s*[)）]?(?![A-Za-z\\d])");

    /** Numbers and answers without anything between them: 1A2B3C. */
    private static final Pattern DENSE =
            Pattern.compile("\\s*(?:\\d{1,3}\\s*[.、]?\\s*(?:[A-H]{1,8}|√|×)[\\s,，;；]*){2,}");

    /** Nobody writes a longer answer in letters. */
    private static final int LONGEST_CLOSED = 80;
    /** A longer line is taken in pieces, since patterns that repeat need a stack. */
    private static final int LONGEST_PIECE = 2_000;

    private static final int MOST_BESIDE = 3;

    private static final Pattern DENSE_ONE = Pattern.compile("(\\d{1,3})\\s*[.、]?\\s*([A-H]{1,8}|√|×)");

    /** A number that is not the second of a range. */
    private static final Pattern NUMBER = Pattern.compile("(?<!\\p{Nd})(?<![-–—~～至到]\\s{0,9})\\p{Nd}++");

    private static final Pattern FIRST = Pattern.compile("^\\s*1\\s*[.、:：．].*", Pattern.DOTALL);
    private static final Pattern LABELLED =
            Pattern.compile("^\\s*\\d{1,4}\\s*[.、:：．]\\s*[\\[【(（]?\\s*(?:参考|正确|标准)?答案.*", Pattern.DOTALL);
    private static final Pattern WHOLE = Pattern.compile("\\s*" + SAID + "(?:[\\s,，、]*[A-H])*\\s*[。.]?\\s*");

    private final Map<Integer, Map<Integer, Entry>> sections = new LinkedHashMap<>();
    private final Map<Integer, @Nullable ItemType> types = new HashMap<>();
    private int section;
    private int count;

    /** What the key says of a question. */
    static final class Entry {
        private String answer;
        private String explanation = "";

        Entry(String answer) {
            this.answer = answer;
        }

        String answer() {
            return answer;
        }

        String explanation() {
            return explanation;
        }

        void moreAnswer(String text) {
            answer = joined(answer, text);
        }

        void moreExplanation(String text) {
            explanation = joined(explanation, text);
        }

        private static String joined(String before, String text) {
            return before.isEmpty() ? text : text.isEmpty() ? before : before + "\n" + text;
        }
    }

    /** Whether a text says an answer of letters or of right and wrong, and nothing else. */
    static boolean closed(String text) {
        return text.length() <= LONGEST_CLOSED
                && WHOLE.matcher(Normalizer.normalize(Atoms.unmarked(text), Normalizer.Form.NFKC))
                        .matches();
    }

    /** Whether a line behind a heading is one of many answers, and not the answer to the question before. */
    static boolean looksLike(String text) {
        int answers = count(text);
        return answers >= 2
                || FIRST.matcher(text).matches()
                        && (answers == 1 || LABELLED.matcher(text).matches());
    }

    /** Whether a line says answers and hardly anything else, unlike a sentence in which a current is 2A. */
    static boolean isDense(String text) {
        if (text.length() > LONGEST_PIECE) {
            return count(text) > LONGEST_PIECE / 10;
        }
        String folded = Normalizer.normalize(Atoms.unmarked(text), Normalizer.Form.NFKC);
        String rest = SINGLE.matcher(RANGE.matcher(folded).replaceAll(" ")).replaceAll(" ");
        return DENSE.matcher(folded).matches()
                || rest.codePoints().filter(Character::isLetterOrDigit).count() <= MOST_BESIDE + 2L * (count(text) - 1);
    }

    /** How many answers a line says. */
    static int count(String text) {
        return new AnswerKey().line(text);
    }

    /** A new part of the key begins. */
    void section(@Nullable ItemType type) {
        section++;
        types.put(section, type);
    }

    /** Takes what a line says; says how many answers that were. */
    int line(String text) {
        if (text.length() > LONGEST_PIECE) {
            int cut = cut(text);
            return line(text.substring(0, cut)) + line(text.substring(cut));
        }
        String folded = Normalizer.normalize(Atoms.unmarked(text), Normalizer.Form.NFKC);
        int before = count;
        if (DENSE.matcher(folded).matches()) {
            Matcher each = DENSE_ONE.matcher(folded);
            while (each.find()) {
                put(Integer.parseInt(each.group(1)), each.group(2));
            }
            return count - before;
        }
        StringBuilder rest = new StringBuilder(folded);
        Matcher range = RANGE.matcher(folded);
        while (range.find()) {
            if (range(
                    Integer.parseInt(range.group(1)),
                    Integer.parseInt(range.group(2)),
                    range.group(3).strip())) {
                for (int i = range.start(); i < range.end(); i++) {
                    rest.setCharAt(i, ' ');
                }
            }
        }
        Matcher single = SINGLE.matcher(rest);
        while (single.find()) {
            put(Integer.parseInt(single.group(1)), single.group(2));
        }
        return count - before;
    }

    /** The last place in the first piece of a long line where the number of an answer begins. */
    private static int cut(String text) {
        Matcher number = NUMBER.matcher(text).region(0, LONGEST_PIECE);
        int cut = LONGEST_PIECE / 2;
        while (number.find()) {
            cut = Math.max(cut, number.start());
        }
        return cut;
    }

    /** Either one letter a question without a space, or as many words as questions. */
    private boolean range(int from, int to, String said) {
        String[] words = said.split("[\\s,，、;；]+");
        String letters = said.replaceAll("[\\s,，、;；]+", "");
        int count = to - from + 1;
        if (words.length == count) {
            for (int i = 0; i < count; i++) {
                put(from + i, words[i]);
            }
            return true;
        }
        if (letters.length() == count) {
            for (int i = 0; i < count; i++) {
                put(from + i, letters.substring(i, i + 1));
            }
            return true;
        }
        return false;
    }

    /** Takes rows of a table in which answers stand below their numbers, or beside them; says whether it was one. */
    boolean table(List<List<String>> rows) {
        int before = count;
        for (int i = 0; i + 1 < rows.size(); i++) {
            for (int cell = 0;
                    cell < Math.min(rows.get(i).size(), rows.get(i + 1).size());
                    cell++) {
                pair(rows.get(i).get(cell), rows.get(i + 1).get(cell));
            }
        }
        if (count == before) {
            for (List<String> row : rows) {
                for (int cell = 0; cell + 1 < row.size(); cell++) {
                    pair(row.get(cell), row.get(cell + 1));
                }
            }
        }
        return count > before;
    }

    private void pair(String number, String said) {
        String answer = Normalizer.normalize(Atoms.unmarked(said).strip(), Normalizer.Form.NFKC);
        String bare = Atoms.unmarked(number).strip().replaceAll("[.、．]$", "");
        if (bare.matches("\\d{1,4}") && answer.matches(SAID)) {
            put(Integer.parseInt(bare), answer);
        }
    }

    /** Takes the answer to one question; where numbers begin again without a heading, another part of the key does. */
    Entry put(int number, String answer) {
        Map<Integer, Entry> part = sections.get(section);
        if (part != null && number == 1 && part.containsKey(1)) {
            section(null);
        }
        return sections.computeIfAbsent(section, key -> new HashMap<>()).computeIfAbsent(number, key -> {
            count++;
            return new Entry(answer);
        });
    }

    /** Forgets an answer that was none. */
    void forget(Entry entry) {
        sections.values().forEach(part -> part.values().remove(entry));
        count--;
        sections.values().removeIf(Map::isEmpty);
    }

    /** The type of the part that is read; null for none. */
    @Nullable
    ItemType type() {
        return types.get(section);
    }

    /** Whether it has one part only, whatever the paper has. */
    boolean isWhole() {
        return sections.size() == 1;
    }

    /** Whether numbers go on from part to part and the last is beyond the first, so that a number alone says which question is meant. */
    private boolean isContinuous() {
        if (sections.size() < 2) {
            return false;
        }
        int last = 0;
        for (Map<Integer, Entry> part : sections.values()) {
            if (Collections.min(part.keySet()) <= last) {
                return false;
            }
            last = Collections.max(part.keySet());
        }
        return true;
    }

    /**
     * The answer to a question.
     *
     * @param place the place of its section in the paper, from 0
     * @param count how many sections the paper has
     * @param type its type as the section names it; or null
     */
    Optional<Entry> find(int place, int count, @Nullable ItemType type, int number) {
        List<Map<Integer, Entry>> all = List.copyOf(sections.values());
        if (isContinuous()) {
            return all.stream()
                    .map(part -> part.get(number))
                    .filter(Objects::nonNull)
                    .findFirst();
        }
        Entry placed = all.size() == count && count > 1 ? all.get(place).get(number) : null;
        if (placed != null) {
            return Optional.of(placed);
        }
        for (Map.Entry<Integer, Map<Integer, Entry>> part : sections.entrySet()) {
            if (type != null
                    && type == types.get(part.getKey())
                    && part.getValue().containsKey(number)) {
                return Optional.of(part.getValue().get(number));
            }
        }
        if (all.size() > 1) {
            return place < all.size() ? Optional.ofNullable(all.get(place).get(number)) : Optional.empty();
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(all.getFirst().get(number));
    }
}
