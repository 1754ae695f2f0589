package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.wide.DifficultyText;
import org.lianbing.bank.exchange.wide.Letters;
import org.lianbing.bank.exchange.wide.Measure;
import org.lianbing.bank.exchange.wide.Truths;

/** A gathered question of a paper, turned into an item: by its section, its options and what its answer looks like. */
final class PaperQuestion {

    private static final Pattern INLINE =
            Pattern.compile("[(（]\\s*([A-HＡ-Ｈ](?:[、,，\\s]*[A-HＡ-Ｈ]){0,7}|[√×✓✗✔✘]|对|错|正确|错误|T|F)\\s*[)）]");
    private static final Pattern ANSWERED =
            Pattern.compile(INLINE.pattern() + "|答案\\s{0,3}(?:[\\]】)）]\\s{0,3}[:：]?|[:：])");
    private static final Pattern GAP = Pattern.compile("[(（][\\s\\u3000]*[)）]|_{2,}|＿{2,}|﹍{2,}");
    private static final Pattern FILLED = Pattern.compile("[(（]\\s*([^()（）\\uE000-\\uF8FF]{1,40}?)\\s*[)）]");
    private static final Pattern MARKED = Pattern.compile("\\uE100([^\\uE100\\uE101]*)\\uE101?");
    private static final Pattern TICK = Pattern.compile("[√✓✔☑]");
    private static final Pattern UNIT =
            Pattern.compile("[\\p{IsLatin}\\p{IsGreek}°℃Ω%·/²³^\\d]{0,10}|[\\u4e00-\\u9fff]{1,3}");
    /** Such a key names options, and there are none. */
    private static final Pattern LETTERS = Pattern.compile("[A-HＡ-Ｈ]{1,8}");

    private static final double MARK_CONFIDENCE = 0.8;

    private final PaperDraft draft;
    private final Atoms atoms;
    private final List<Remark> remarks = new ArrayList<>();
    private String stem;

    PaperQuestion(PaperDraft draft, Atoms atoms) {
        this.draft = draft;
        this.atoms = atoms;
        this.stem = draft.stem.toString();
        this.remarks.addAll(draft.remarks);
    }

    Question read() {
        String place = (draft.loose ? "" : "#" + draft.number + " · ") + "¶" + draft.line;
        String source = draft.source.toString().strip();
        Labels labels = new Labels("", List.of(), List.of(), draft.points, draft.levels, draft.origin, "");
        remarks.addAll(PaperMarks.take(draft));
        stem = draft.stem.toString();
        inlineAnswer();
        if (!draft.answered() && !draft.led.isEmpty()) {
            draft.answer(draft.led);
        }
        Optional<Interaction> interaction = interaction();
        if (interaction.isEmpty()) {
            return new Question.Unread(place, source, labels, reason(), begun());
        }
        return new Question.Read(place, source, labels, content(interaction.get()), remarks);
    }

    private ItemContent content(Interaction interaction) {
        int difficulty = draft.difficulty == null
                ? DifficultyText.MIDDLE
                : DifficultyText.find(draft.difficulty).orElse(DifficultyText.MIDDLE);
        return new ItemContent(
                atoms.expanded(stem), interaction, atoms.expanded(draft.explanation.toString()), difficulty);
    }

    private Remark reason() {
        if (answer().isEmpty()) {
            return Remark.of("exchange.problem.paper-no-answer");
        }
        return draft.options.isEmpty()
                ? Remark.of("exchange.problem.paper-answer", answer())
                : Remark.of("exchange.problem.paper-letter", answer(), String.valueOf((char)
                        ('A' + draft.options.size() - 1)));
    }

    /** What could be read of it without its answer, so that only this has to be given; null where that is nothing. */
    private @Nullable ItemContent begun() {
        if (draft.options.isEmpty()) {
            return null;
        }
        List<Option> options = options(List.of());
        return content(
                draft.type == ItemType.MULTIPLE_CHOICE
                        ? new Interaction.MultipleChoice(options)
                        : new Interaction.SingleChoice(options));
    }

    private List<Option> options(List<Integer> keys) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < draft.options.size(); i++) {
            String text = TICK.matcher(draft.options.get(i)).replaceAll("").replaceFirst("[;；]\\s*$", "");
            options.add(new Option(atoms.expanded(text), keys.contains(i), null));
        }
        return options;
    }

    /** An answer inside the brackets of the stem is taken out of them, also where the key says it again. */
    private void inlineAnswer() {
        Matcher inline = INLINE.matcher(stem);
        int from = -1;
        int to = -1;
        String said = "";
        while (inline.find()) {
            if (!takes(inline.group(1))) {
                continue;
            }
            from = inline.start();
            to = inline.end();
            said = inline.group(1);
        }
        if (from < 0 || draft.answered() && GAP.matcher(stem).find()) {
            return;
        }
        if (!draft.answered()) {
            draft.answer(Atoms.unmarked(said));
        } else if (!says(said, answer())) {
            remarks.add(Remark.guess(0.5, "exchange.remark.key-differs", said, answer()));
        }
        stem = stem.substring(0, from) + "（　）" + stem.substring(to);
    }

    /** Whether two ways of writing mean the same key. */
    private static boolean says(String one, String other) {
        return Truths.find(one).isPresent()
                ? Truths.find(one).equals(Truths.find(other))
                : Letters.find(one).map(Set::copyOf).equals(Letters.find(other).map(Set::copyOf));
    }

    /** Letters in brackets answer what has options; behind a result they are its unit: 19.86（A）. */
    private boolean takes(String said) {
        boolean letters = Truths.find(said).isEmpty();
        return letters ? !draft.options.isEmpty() : draft.options.isEmpty();
    }

    /** Whether a statement has its answer in brackets. */
    static boolean answersWithin(String plain) {
        return INLINE.matcher(plain).find();
    }

    /** Where an answer stands in a line from a place on, in brackets or by its word; -1 where none does. */
    static int answerIn(String line, int from) {
        Matcher answer = ANSWERED.matcher(line);
        return answer.find(from) ? answer.start() : -1;
    }

    private String answer() {
        return draft.answer == null ? "" : Atoms.unmarked(draft.answer).strip();
    }

    private Optional<Interaction> interaction() {
        if (!draft.options.isEmpty()) {
            return choice();
        }
        Optional<Boolean> truth = Truths.find(answer());
        if (truth.isPresent() && (draft.type == null || draft.type == ItemType.TRUE_FALSE || draft.truthOptions)) {
            stem = stated(stem);
            return Optional.of(new Interaction.TrueFalse(truth.get()));
        }
        if (draft.type == ItemType.TRUE_FALSE) {
            return Optional.empty();
        }
        if (draft.type == ItemType.ESSAY || draft.type == ItemType.CASE) {
            return Optional.of(new Interaction.Essay(rubric()));
        }
        if (draft.type == ItemType.SHORT_ANSWER) {
            return Optional.of(numeric().orElseGet(() -> new Interaction.ShortAnswer(rubric())));
        }
        if (LETTERS.matcher(answer()).matches() && draft.type != ItemType.FILL_IN) {
            return Optional.empty();
        }
        Optional<Interaction> filled = fillIn();
        if (filled.isPresent() || draft.type == ItemType.FILL_IN) {
            return filled;
        }
        return answer().isEmpty() ? Optional.empty() : Optional.of(new Interaction.ShortAnswer(rubric()));
    }

    /** A statement without the brackets that its verdict belongs into. */
    private static String stated(String stem) {
        return stem.replaceFirst("^\\s*[(（][\\s\\u3000]*[)）]|[(（][\\s\\u3000]*[)）]\\s*[。.]?\\s*$", "")
                .strip();
    }

    private Rubric rubric() {
        if (!draft.answered()) {
            remarks.add(Remark.of("exchange.remark.no-key"));
        }
        return new Rubric(List.of(), atoms.expanded(draft.answer == null ? "" : draft.answer), "");
    }

    /** A result with its unit and nothing else. */
    private Optional<Interaction> numeric() {
        return answer().length() > 30
                ? Optional.empty()
                : Measure.find(answer())
                        .filter(measure ->
                                measure.tolerance() != null || !measure.unit().isEmpty())
                        .filter(measure -> UNIT.matcher(measure.unit()).matches())
                        .map(measure -> new Interaction.Numeric(
                                measure.value(),
                                measure.tolerance() == null ? java.math.BigDecimal.ZERO : measure.tolerance(),
                                measure.unit()));
    }

    private Optional<Interaction> choice() {
        Optional<List<String>> letters = Letters.find(answer());
        List<Integer> keys = letters.map(all ->
                        all.stream().map(letter -> letter.charAt(0) - 'A').toList())
                .orElseGet(this::keyByText);
        if (keys.isEmpty() && answer().isEmpty()) {
            keys = keyByMarks();
        }
        if (keys.isEmpty() || keys.stream().anyMatch(place -> place >= draft.options.size())) {
            return Optional.empty();
        }
        List<Option> options = options(keys);
        if (draft.type == ItemType.ORDERING && keys.size() == options.size()) {
            return Optional.of(new Interaction.Ordering(
                    keys.stream().map(place -> options.get(place).text()).toList()));
        }
        boolean truths = options.size() == 2
                && options.stream()
                        .allMatch(option -> Truths.find(option.text()).isPresent());
        if (truths && keys.size() == 1) {
            stem = stated(stem);
            return Truths.find(options.get(keys.getFirst()).text()).map(Interaction.TrueFalse::new);
        }
        boolean several = keys.size() > 1 || draft.type == ItemType.MULTIPLE_CHOICE;
        return Optional.of(several ? new Interaction.MultipleChoice(options) : new Interaction.SingleChoice(options));
    }

    /** An answer in the words of an option. */
    private List<Integer> keyByText() {
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < draft.options.size(); i++) {
            if (!answer().isEmpty()
                    && Atoms.unmarked(draft.options.get(i)).strip().equals(answer())) {
                keys.add(i);
            }
        }
        return keys;
    }

    /** Options in another colour, underlined or ticked: a guess. */
    private List<Integer> keyByMarks() {
        List<Integer> ticked = places(option -> TICK.matcher(option).find());
        List<Integer> marked = ticked.isEmpty() ? places(Atoms::marked) : ticked;
        if (marked.isEmpty() || marked.size() == draft.options.size()) {
            return List.of();
        }
        remarks.add(Remark.guess(
                MARK_CONFIDENCE, ticked.isEmpty() ? "exchange.remark.key-by-mark" : "exchange.remark.key-by-tick"));
        return marked;
    }

    private List<Integer> places(java.util.function.Predicate<String> wanted) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < draft.options.size(); i++) {
            if (wanted.test(draft.options.get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    /** Blanks are brackets without anything, underscores, or underlined words that are the answer. */
    private Optional<Interaction> fillIn() {
        List<String> underlined = new ArrayList<>();
        if (answer().isEmpty()) {
            Matcher marked = MARKED.matcher(stem);
            stem = marked.replaceAll(found -> {
                if (found.group(1).isBlank()) {
                    return found.group(1);
                }
                underlined.add(found.group(1).strip());
                return " ____ ";
            });
            boolean marks = !underlined.isEmpty();
            if (!marks && draft.type == ItemType.FILL_IN && !GAP.matcher(stem).find()) {
                stem = FILLED.matcher(stem).replaceAll(found -> {
                    underlined.add(found.group(1));
                    return " ____ ";
                });
            }
            if (!underlined.isEmpty()) {
                remarks.add(Remark.guess(
                        MARK_CONFIDENCE, marks ? "exchange.remark.key-by-mark" : "exchange.remark.key-in-brackets"));
            }
        }
        Matcher gap = GAP.matcher(stem);
        int gaps = (int) gap.results().count();
        List<String> answers = underlined.isEmpty() ? parts(answer(), Math.max(1, gaps)) : underlined;
        if (answers.isEmpty() || gaps > 0 && underlined.isEmpty() && answers.size() != gaps) {
            return Optional.empty();
        }
        if (gaps == 0 && underlined.isEmpty() && draft.type != ItemType.FILL_IN) {
            return Optional.empty();
        }
        String blank = atoms.of("____");
        stem = GAP.matcher(stem.replace(" ____ ", "____")).replaceAll(Matcher.quoteReplacement(" " + blank + " "));
        return Optional.of(
                new Interaction.FillIn(answers.stream().map(this::blank).toList()));
    }

    private Blank blank(String said) {
        List<String> accepted = new ArrayList<>();
        for (String variant : said.split("\\s*(?:\\||｜|或者|(?<=[\\u4e00-\\u9fff])/(?=[\\u4e00-\\u9fff])|\\s或\\s)\\s*")) {
            if (!variant.isBlank()) {
                accepted.add(variant.strip());
            }
        }
        return new Blank.Words(accepted, false);
    }

    /** The answer taken apart into so many; by the first separator that gives that number. */
    private static List<String> parts(String answer, int wanted) {
        if (answer.isEmpty()) {
            return List.of();
        }
        if (wanted == 1) {
            return List.of(answer);
        }
        for (String separator : List.of(
                "[;；]", "\\n", "[\\s\\u3000]{2,}", "[、]", "[,，]", "[\\s\\u3000]+", "(?=[(（][1-9][)）])|(?=[①-⑩])")) {
            List<String> parts = java.util.Arrays.stream(answer.split(separator))
                    .map(part -> part.replaceFirst("^\\s*(?:[(（]?\\d[)）.、](?!\\d)|[①-⑩])\\s*", "")
                            .strip())
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (parts.size() == wanted) {
                return parts;
            }
        }
        return List.of(answer);
    }
}
