package org.lianbing.bank.exchange.paper;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<Integer, Map<Integer, String>> sections = new LinkedHashMap<>();
    private final Map<Integer, @Nullable ItemType> types = new HashMap<>();
    private int section;

    /** Whether a line behind a heading is one of many answers, and not the answer to the question before. */
    static boolean looksLike(String text) {
        AnswerKey alone = new AnswerKey();
        return alone.line(text) >= 2 || text.matches("^\\s*1\\s*[.、:：．].*") && alone.line(text) == 1;
    }

    /** A new part of the key begins. */
    void section(@Nullable ItemType type) {
        section++;
        types.put(section, type);
    }

    /** Takes what a line says; says how many answers that were. */
    int line(String text) {
        String folded = Normalizer.normalize(Atoms.unmarked(text), Normalizer.Form.NFKC);
        int before = size();
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
        return size() - before;
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

    /** Takes rows of a table in which numbers stand above answers; says whether it was one. */
    boolean table(List<List<String>> rows) {
        int before = size();
        for (int i = 0; i + 1 < rows.size(); i++) {
            List<String> numbers = rows.get(i);
            List<String> answers = rows.get(i + 1);
            for (int cell = 0; cell < Math.min(numbers.size(), answers.size()); cell++) {
                String number = numbers.get(cell).strip();
                String answer = Normalizer.normalize(answers.get(cell).strip(), Normalizer.Form.NFKC);
                if (number.matches("\\d{1,4}") && answer.matches(SAID)) {
                    put(Integer.parseInt(number), answer);
                }
            }
        }
        return size() > before;
    }

    private void put(int number, String answer) {
        sections.computeIfAbsent(section, key -> new HashMap<>()).putIfAbsent(number, answer);
    }

    private int size() {
        return sections.values().stream().mapToInt(Map::size).sum();
    }

    /**
     * The answer to a question.
     *
     * @param place the place of its section in the paper, from 0
     * @param type its type as the section names it; or null
     */
    Optional<String> find(int place, @Nullable ItemType type, int number) {
        for (Map.Entry<Integer, Map<Integer, String>> entry : sections.entrySet()) {
            if (type != null
                    && type == types.get(entry.getKey())
                    && entry.getValue().containsKey(number)) {
                return Optional.of(entry.getValue().get(number));
            }
        }
        List<Map<Integer, String>> all = List.copyOf(sections.values());
        if (all.size() > 1) {
            return place < all.size() ? Optional.ofNullable(all.get(place).get(number)) : Optional.empty();
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(all.getFirst().get(number));
    }
}
