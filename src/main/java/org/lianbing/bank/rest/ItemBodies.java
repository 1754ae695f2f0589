package org.lianbing.bank.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.Item;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Option;
import org.lianbing.base.Level;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

/** Items as JSON, with the Markdown that their authors wrote. */
@Component
class ItemBodies {

    record PageBody(List<SummaryBody> items, long total, int page, int pageSize) {}

    record SummaryBody(
            String id,
            String code,
            String trade,
            List<String> levels,
            String type,
            int difficulty,
            String state,
            boolean proposed,
            String stem) {}

    record PointBody(String id, String code, String name) {}

    record OptionBody(String text, boolean key, @Nullable String why) {}

    /** A version; of options, steps, key, tolerance and unit those are there that its type has. */
    record VersionBody(
            String id,
            int number,
            String type,
            String stem,
            @Nullable List<OptionBody> options,
            @Nullable List<String> steps,
            @Nullable Object key,
            @Nullable BigDecimal tolerance,
            @Nullable String unit,
            String explanation,
            int difficulty,
            @Nullable String author,
            String reason,
            Instant madeAt) {}

    record ItemBody(
            String id,
            String code,
            String trade,
            List<String> levels,
            List<PointBody> points,
            String secrecy,
            String state,
            @Nullable VersionBody published,
            @Nullable VersionBody proposed) {}

    private final Trades trades;
    private final Outlines outlines;
    private final ItemText text;

    ItemBodies(Trades trades, Outlines outlines, ItemText text) {
        this.trades = trades;
        this.outlines = outlines;
        this.text = text;
    }

    List<SummaryBody> summaries(List<Item> items) {
        return items.stream().map(this::summary).toList();
    }

    private SummaryBody summary(Item item) {
        ItemVersion version = Objects.requireNonNull(item.published() == null ? item.proposed() : item.published());
        return new SummaryBody(
                item.id().toString(),
                item.code(),
                trades.get(item.trade()).code(),
                levels(item),
                version.content().interaction().type().code(),
                version.content().difficulty(),
                name(item.state()),
                item.proposed() != null,
                text.plain(version.content().stem()));
    }

    ItemBody body(Item item) {
        return new ItemBody(
                item.id().toString(),
                item.code(),
                trades.get(item.trade()).code(),
                levels(item),
                points(item.points()),
                name(item.secrecy()),
                name(item.state()),
                version(item.published()),
                version(item.proposed()));
    }

    private List<PointBody> points(Collection<PointId> ids) {
        return outlines.points(ids).values().stream()
                .map(point -> new PointBody(point.id().toString(), reference(point), point.name()))
                .toList();
    }

    private String reference(Point point) {
        return outlines.reference(point.id()).orElse(point.code());
    }

    private static List<String> levels(Item item) {
        return item.levels().stream().sorted().map(Level::code).toList();
    }

    private static @Nullable VersionBody version(@Nullable ItemVersion version) {
        if (version == null) {
            return null;
        }
        Interaction interaction = version.content().interaction();
        Interaction.Numeric number = interaction instanceof Interaction.Numeric numeric ? numeric : null;
        return new VersionBody(
                version.id().toString(),
                version.number(),
                interaction.type().code(),
                version.content().stem(),
                options(interaction),
                interaction instanceof Interaction.Ordering ordering ? ordering.steps() : null,
                key(interaction),
                number == null ? null : number.tolerance(),
                number == null ? null : number.unit(),
                version.content().explanation(),
                version.content().difficulty(),
                version.author() == null ? null : version.author().toString(),
                version.reason(),
                version.madeAt());
    }

    private static @Nullable List<OptionBody> options(Interaction interaction) {
        List<Option> options = switch (interaction) {
            case Interaction.SingleChoice choice -> choice.options();
            case Interaction.MultipleChoice choice -> choice.options();
            case Interaction.TrueFalse truth -> null;
            case Interaction.Ordering ordering -> null;
            case Interaction.Numeric number -> null;
        };
        return options == null
                ? null
                : options.stream()
                        .map(option -> new OptionBody(option.text(), option.correct(), option.why()))
                        .toList();
    }

    private static @Nullable Object key(Interaction interaction) {
        return switch (interaction) {
            case Interaction.TrueFalse truth -> truth.key();
            case Interaction.Numeric number -> number.key();
            case Interaction.SingleChoice choice -> null;
            case Interaction.MultipleChoice choice -> null;
            case Interaction.Ordering ordering -> null;
        };
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
