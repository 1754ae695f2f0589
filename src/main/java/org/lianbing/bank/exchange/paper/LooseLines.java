package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;

/**
 * Lines that stand outside any question. Where options or an answer follow them, they were the stem of a question that
 * nobody numbered; else they may have told something to the question before them.
 */
final class LooseLines {

    private record Line(int number, String text) {}

    /** No stem is longer. */
    private static final int MOST = 60;

    private static final int SHORTEST_STORY = 15;

    /** The number of a question that no key can mean. */
    private static final int UNNUMBERED = -1;
    /** A place to fill in, or the end of a sentence that asks. */
    private static final Pattern ASKS = Pattern.compile("[(（][\\s\\u3000]*[)）]|_{3}|[？?]\\s*$");
    /** How to answer: 正确的在（ ）内打√，每题 2 分. */
    private static final Pattern INSTRUCTS =
            Pattern.compile("[(（][\\s\\u3000]*[)）]\\s*[内里上中]|打\\s*[“\"]?[√×]|每小?题|共.{1,12}分|^[(（].*[)）]$");

    /** Fields of a form: which question it is of which type, and what it asks. */
    private static final Pattern FIELD = Pattern.compile("^\\s*(?:(?:试题|题目)?编号|题号|题型|(?:试题|题目)类型)\\s*[:：].{0,20}$");

    private static final Pattern STEM = Pattern.compile("^\\s*(?:题目|题干|试题|问题|问|(?i:question))\\s*(?:内容)?\\s*[:：]\\s*");

    private static final Pattern BEGINS =
            Pattern.compile("^\\s*(?:(?:试题|题目)?编号|题目(?:内容)?|题干)\\s*[:：]\\s*\\S.*$", Pattern.DOTALL);

    /** The title of another paper in the same file. */
    private static final Pattern TITLE = Pattern.compile(
            "^[^。？?，,；;：:]{2,30}(?:试题|试卷|题库|练习题?|测试题?|考核题?)\\s*(?:[(（].{1,8}[)）]|[一二三四五六七八九十A-H\\d]{1,3}卷?)?$");

    private final List<Line> waiting = new ArrayList<>();
    private @Nullable PaperDraft before;

    /**
     * A line that begins nothing that is known yet.
     *
     * @param whole the question that was whole before it; or null
     */
    void add(int number, String text, @Nullable PaperDraft whole) {
        if (waiting.isEmpty()) {
            before = whole;
        }
        if (waiting.size() == MOST) {
            waiting.removeFirst();
        }
        waiting.add(new Line(number, text));
    }

    /**
     * What waits, where it tells something in sentences.
     *
     * @param story whether the heading said that a story follows, however short
     */
    Optional<String> told(boolean story) {
        String text = text();
        boolean tells = story && !text.isBlank() || text.length() >= SHORTEST_STORY && text.contains("。");
        return tells ? Optional.of(text) : Optional.empty();
    }

    private static boolean asks(String text) {
        String plain = Atoms.unmarked(text).strip();
        return ASKS.matcher(plain).find() && !INSTRUCTS.matcher(plain).find();
    }

    private String text() {
        return waiting.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** Whether a line is the field of a form with which a question begins. */
    static boolean begins(String plain) {
        return BEGINS.matcher(plain).matches();
    }

    /** The question before what waits, if it was whole. */
    @Nullable
    PaperDraft before() {
        return before;
    }

    /** What waited is taken elsewhere. */
    void taken() {
        waiting.clear();
        before = null;
    }

    /** What waited was no stem: it belongs to the question before it, if that was whole; empty, or what asks something. */
    Optional<PaperDraft> clear(int section, @Nullable ItemType type) {
        PaperDraft whole = before;
        boolean asks = waiting.stream().anyMatch(line -> asks(line.text()));
        if (asks && (whole != null || type != null)) {
            return Optional.of(question(UNNUMBERED, 0, section, type));
        }
        waiting.removeIf(line -> TITLE.matcher(line.text()).matches());
        if (whole != null && !waiting.isEmpty()) {
            whole.behind(text());
        }
        taken();
        return Optional.empty();
    }

    /** Whether a line shows that what waits before it, or the line itself, asks something. */
    boolean asked(String line, String plain, @Nullable ItemType type) {
        boolean judged = type == ItemType.TRUE_FALSE && InlineAnswer.answersWithin(plain);
        boolean followed = !waiting.isEmpty()
                && (PaperOptions.of(line, 0).isPresent()
                        || PaperWords.answer(plain).isPresent());
        return judged || followed;
    }

    /** The question that waited, without its number in the paper. */
    PaperDraft question(int number, int line, int section, @Nullable ItemType type) {
        Optional<ItemType> said = waiting.stream()
                .flatMap(each -> PaperWords.type(each.text()).stream())
                .findFirst();
        Optional<PaperSigns.Tagged> tagged = waiting.isEmpty()
                ? Optional.empty()
                : PaperSigns.tagged(waiting.getFirst().text())
                        .filter(found -> !found.line().isBlank());
        PaperDraft draft = new PaperDraft(
                number,
                waiting.isEmpty() ? line : waiting.getFirst().number(),
                section,
                said.or(() -> tagged.map(PaperSigns.Tagged::type)).orElse(type));
        draft.loose = true;
        for (Line each : waiting) {
            if (tagged.isPresent() && each == waiting.getFirst()) {
                draft.more(tagged.get().line());
                continue;
            }
            if (!FIELD.matcher(each.text()).matches()) {
                draft.more(STEM.matcher(each.text()).replaceFirst(""));
            }
        }
        taken();
        return draft;
    }
}
