package org.lianbing.bank.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;

import org.lianbing.bank.Interaction;
import org.lianbing.base.Texts;
import org.lianbing.trade.Importance;
import org.lianbing.trade.disk.FolderContent.PointEntry;

/** What there is to say of a set, for those who write it. */
final class SetReport {

    private static final Locale LANGUAGE = Texts.LANGUAGES.getFirst();

    private final MessageSource texts;

    SetReport(MessageSource texts) {
        this.texts = texts;
    }

    /** Some lines, the first with the name. */
    String of(SetOnDisk set) {
        Counts counts = Counts.of(List.of(set));
        Map<String, PointEntry> points = set.points();
        Set<String> asked = new HashSet<>();
        set.items().forEach(item -> asked.addAll(item.points()));
        Collection<Interaction.SingleChoice> choices =
                set.answered(Interaction.SingleChoice.class).values();
        Collection<Interaction.TrueFalse> statements =
                set.answered(Interaction.TrueFalse.class).values();
        return text(
                "bank.check.report",
                set.entry().code(),
                set.entry().name(),
                counts.items(),
                joined(counts.types(), type -> "exchange.type." + type.code()),
                joined(counts.levels(), level -> "base.level." + level.code()),
                points.size(),
                points.values().stream()
                        .filter(point -> point.importance() == Importance.X)
                        .count(),
                points.keySet().stream().filter(asked::contains).count(),
                Balance.places(choices).entrySet().stream()
                        .map(place -> Balance.letter(place.getKey()) + " " + place.getValue())
                        .collect(Collectors.joining(", ")),
                Balance.longest(choices),
                Balance.byChance(choices),
                Balance.right(statements),
                statements.size(),
                Balance.difficulties(set).entrySet().stream()
                        .map(difficulty -> difficulty.getKey() + "×" + difficulty.getValue())
                        .collect(Collectors.joining(", ")),
                counts.templates(),
                counts.variants(),
                set.drawings().size());
    }

    private <T> String joined(Map<T, Integer> counts, Function<T, String> key) {
        return counts.entrySet().stream()
                .map(count -> text(key.apply(count.getKey())) + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, LANGUAGE);
    }
}
