package org.lianbing.bank.alike;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.base.MarkdownPictures;

/** What tells two items apart that use nearly the same words. A person is told each before they decide. */
public enum Difference {
    /** 380 V here, 220 V there. */
    NUMBERS,
    /** One asks for what is right, the other for what is not. */
    NEGATION,
    /** Other pictures. */
    PICTURES,
    /** They are answered in different ways. */
    TYPE,
    /** The same options, another key; or the same statement, once true and once false. */
    KEY;

    private static final Set<String> NEGATIONS = Set.of(
            "不",
            "无",
            "非",
            "未",
            "没",
            "勿",
            "禁",
            "错",
            "not",
            "no",
            "never",
            "except",
            "incorrect",
            "false",
            "wrong",
            "without",
            "unless");

    /** All that hold between two items. */
    public static Set<Difference> between(ItemContent one, ItemContent other) {
        Set<Difference> found = EnumSet.noneOf(Difference.class);
        List<Word> words = words(one);
        List<Word> others = words(other);
        add(found, NUMBERS, counted(words, Difference::isFigure), counted(others, Difference::isFigure));
        add(found, NEGATION, counted(words, Difference::isNegation), counted(others, Difference::isNegation));
        add(found, PICTURES, pictures(one), pictures(other));
        add(found, TYPE, one.interaction().type(), other.interaction().type());
        if (!found.contains(TYPE)) {
            add(found, KEY, key(one), key(other));
        }
        return found;
    }

    private static void add(Set<Difference> found, Difference difference, Object one, Object other) {
        if (!one.equals(other)) {
            found.add(difference);
        }
    }

    private static List<Word> words(ItemContent content) {
        return Part.of(content).stream()
                .map(part -> MarkdownPictures.ANY.matcher(part.text()).replaceAll(" "))
                .flatMap(text -> Word.of(text).stream())
                .toList();
    }

    private static boolean isFigure(Word word) {
        return word.kind() == Word.Kind.NUMBER || word.kind() == Word.Kind.SIGN;
    }

    private static boolean isNegation(Word word) {
        return NEGATIONS.contains(word.norm());
    }

    private static Map<String, Integer> counted(Collection<Word> words, Predicate<Word> wanted) {
        Map<String, Integer> counts = new HashMap<>();
        words.stream().filter(wanted).forEach(word -> counts.merge(word.norm(), 1, Integer::sum));
        return counts;
    }

    private static Set<String> pictures(ItemContent content) {
        return Part.of(content).stream()
                .flatMap(part -> MarkdownPictures.ANY.matcher(part.text()).results())
                .map((MatchResult picture) -> picture.group(2))
                .collect(Collectors.toSet());
    }

    private static Object key(ItemContent content) {
        return switch (content.interaction()) {
            case Interaction.TrueFalse truth -> truth.key();
            case Interaction.Numeric number -> number.key().stripTrailingZeros();
            case Interaction.SingleChoice choice -> keys(choice.options().stream());
            case Interaction.MultipleChoice choice -> keys(choice.options().stream());
            case Interaction.Ordering ordering ->
                ordering.steps().stream().map(Difference::norms).toList();
            case Interaction.FillIn blanks ->
                Part.of(content).stream()
                        .filter(Part::key)
                        .map(Part::text)
                        .map(Difference::norms)
                        .toList();
            // In the others the key is told by texts, which are marked where they differ.
            default -> Set.of();
        };
    }

    private static Set<List<String>> keys(Stream<org.lianbing.bank.Option> options) {
        return options.filter(org.lianbing.bank.Option::correct)
                .map(option -> norms(option.text()))
                .collect(Collectors.toSet());
    }

    private static List<String> norms(String text) {
        return Word.of(text).stream().map(Word::norm).toList();
    }
}
