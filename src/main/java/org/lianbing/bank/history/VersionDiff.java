package org.lianbing.bank.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.Passage;
import org.lianbing.bank.history.TextDiff.Piece;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.base.Level;
import org.lianbing.trade.PointId;

/**
 * What differs between two versions of an item.
 *
 * @param passages stem, explanation and the other texts by their places; also those that are alike
 * @param options options aligned; empty where the type has none
 * @param facts what is no text: type, key, difficulty, levels, points, secrecy, origin, credit; only what differs
 * @param keyChanged whether the key of the one is not that of the other
 */
public record VersionDiff(List<Text> passages, List<OptionPair> options, List<Fact> facts, boolean keyChanged) {

    /** A text, by the place where it stands. */
    public record Text(String path, List<Piece> pieces) {

        public boolean differs() {
            return TextDiff.differs(pieces);
        }
    }

    /**
     * An option of the one beside that of the other.
     *
     * @param before its place from 0, or null where it is new
     * @param after its place from 0, or null where it is gone
     * @param pieces its text
     * @param keyBefore whether it was the key
     * @param keyAfter whether it is
     */
    public record OptionPair(
            @Nullable Integer before,
            @Nullable Integer after,
            List<Piece> pieces,
            boolean keyBefore,
            boolean keyAfter) {}

    /** Something that is no text. The name is a translation key under {@code bankui.diff.fact.}. */
    public record Fact(String name, Set<String> before, Set<String> after) {}

    /** Compares. */
    public static VersionDiff of(VersionRow before, VersionRow after) {
        Interaction old = before.content().interaction();
        Interaction fresh = after.content().interaction();
        List<Option> oldOptions = options(old);
        List<Option> freshOptions = options(fresh);
        boolean both = !oldOptions.isEmpty() && !freshOptions.isEmpty();
        return new VersionDiff(
                texts(passages(before, both), passages(after, both)),
                both ? pairs(oldOptions, freshOptions) : List.of(),
                facts(before, after),
                !key(old).equals(key(fresh)));
    }

    private static List<Passage> passages(VersionRow version, boolean withoutOptions) {
        return version.content().passages().stream()
                .filter(passage -> !withoutOptions || !passage.path().startsWith("options/"))
                .toList();
    }

    private static List<Text> texts(List<Passage> before, List<Passage> after) {
        Map<String, String> old = byPath(before);
        Map<String, String> fresh = byPath(after);
        Set<String> paths = new LinkedHashSet<>(fresh.keySet());
        paths.addAll(old.keySet());
        return paths.stream()
                .map(path -> new Text(path, TextDiff.of(old.getOrDefault(path, ""), fresh.getOrDefault(path, ""))))
                .toList();
    }

    private static Map<String, String> byPath(List<Passage> passages) {
        return passages.stream()
                .collect(Collectors.toMap(
                        Passage::path, Passage::text, (one, other) -> one, java.util.LinkedHashMap::new));
    }

    private static List<OptionPair> pairs(List<Option> before, List<Option> after) {
        Function<List<Option>, List<String>> texts =
                options -> options.stream().map(Option::text).toList();
        return Aligned.of(texts.apply(before), texts.apply(after)).stream()
                .map(pair -> {
                    Option old = pair.before() < 0 ? null : before.get(pair.before());
                    Option fresh = pair.after() < 0 ? null : after.get(pair.after());
                    return new OptionPair(
                            old == null ? null : pair.before(),
                            fresh == null ? null : pair.after(),
                            TextDiff.of(old == null ? "" : old.text(), fresh == null ? "" : fresh.text()),
                            old != null && old.correct(),
                            fresh != null && fresh.correct());
                })
                .toList();
    }

    private static List<Fact> facts(VersionRow before, VersionRow after) {
        List<Fact> facts = new ArrayList<>();
        add(
                facts,
                "type",
                before,
                after,
                one -> one.content().interaction().type().code());
        add(facts, "difficulty", before, after, one -> one.content().difficulty());
        add(facts, "credit", before, after, one -> one.content().creditRule());
        add(facts, "secrecy", before, after, VersionRow::secrecy);
        add(facts, "source", before, after, one -> one.origin().source());
        add(facts, "permission", before, after, one -> one.origin().permission());
        add(facts, "edition", before, after, one -> one.origin().edition());
        add(facts, "author-credit", before, after, one -> one.origin().credit());
        add(facts, "uploads", before, after, one -> uploads(one.content().interaction()));
        addAll(facts, "levels", before, after, one -> one.levels().stream().map(Level::code));
        addAll(facts, "points", before, after, one -> one.points().stream().map(PointId::toString));
        if (before.content().interaction().type()
                == after.content().interaction().type()) {
            add(facts, "key", before, after, one -> keyText(one.content().interaction()));
        }
        return facts;
    }

    private static void add(
            List<Fact> facts, String name, VersionRow before, VersionRow after, Function<VersionRow, Object> read) {
        addAll(
                facts,
                name,
                before,
                after,
                one -> java.util.stream.Stream.of(String.valueOf(read.apply(one)))
                        .filter(text -> !text.isEmpty()));
    }

    private static void addAll(
            List<Fact> facts,
            String name,
            VersionRow before,
            VersionRow after,
            Function<VersionRow, java.util.stream.Stream<String>> read) {
        Set<String> old = read.apply(before).collect(Collectors.toCollection(TreeSet::new));
        Set<String> fresh = read.apply(after).collect(Collectors.toCollection(TreeSet::new));
        if (!old.equals(fresh)) {
            facts.add(new Fact(name, old, fresh));
        }
    }

    /** How many files may be handed in; nothing where none. */
    private static String uploads(Interaction interaction) {
        int allowed = switch (interaction) {
            case Interaction.ShortAnswer written -> written.uploads();
            case Interaction.Essay written -> written.uploads();
            default -> 0;
        };
        return allowed == 0 ? "" : String.valueOf(allowed);
    }

    /** The key in one line, where it is no option and stands in no text; else empty. */
    private static String keyText(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> String.valueOf(truth.key());
            case Interaction.Numeric number ->
                number.key().toPlainString()
                        + (number.tolerance().signum() == 0
                                ? ""
                                : " ± " + number.tolerance().toPlainString())
                        + (number.unit().isEmpty() ? "" : " " + number.unit());
            default -> "";
        };
    }

    /** What makes a key the same: of options the texts of the right ones in whatever order, else all that is there. */
    private static Object key(Interaction interaction) {
        List<Option> options = options(interaction);
        return options.isEmpty()
                ? interaction
                : options.stream().filter(Option::correct).map(Option::text).collect(Collectors.toSet());
    }

    private static List<Option> options(Interaction interaction) {
        return switch (interaction) {
            case Interaction.SingleChoice choice -> choice.options();
            case Interaction.MultipleChoice choice -> choice.options();
            default -> List.of();
        };
    }
}
