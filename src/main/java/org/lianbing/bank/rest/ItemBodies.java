package org.lianbing.bank.rest;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemHits;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Origin;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.base.Level;
import org.lianbing.search.Marked;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

/** Items as JSON, with the Markdown that their authors wrote. */
@Component
class ItemBodies {

    record SummaryBody(
            String id,
            String code,
            String trade,
            List<String> levels,
            String type,
            int difficulty,
            String state,
            boolean proposed,
            String stem,
            ItemHighlight highlight) {}

    /** Places in the stem, each from and to in UTF-16 units; and a piece of other text with its own places. */
    record ItemHighlight(List<List<Integer>> stem, @Nullable HighlightedPiece elsewhere) {}

    record HighlightedPiece(String text, List<List<Integer>> marks) {}

    record PointBody(String id, String code, String name) {}

    /** A version; its content has the fields of files of the question bank. */
    record VersionBody(
            String id,
            int number,
            @JsonAnyGetter Map<String, Object> content,
            Origin origin,
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
            @Nullable String unit,
            String sharing,
            String state,
            @Nullable VersionBody published,
            @Nullable VersionBody proposed) {}

    private final Trades trades;
    private final Outlines outlines;

    ItemBodies(Trades trades, Outlines outlines) {
        this.trades = trades;
        this.outlines = outlines;
    }

    SummaryBody summary(ItemHits.Hit hit) {
        Item item = hit.item();
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
                hit.stem().text(),
                new ItemHighlight(
                        marks(hit.stem()),
                        hit.elsewhere().text().isEmpty()
                                ? null
                                : new HighlightedPiece(hit.elsewhere().text(), marks(hit.elsewhere()))));
    }

    private static List<List<Integer>> marks(Marked marked) {
        return marked.marks().stream()
                .map(mark -> List.of(mark.start(), mark.end()))
                .toList();
    }

    ItemBody body(Item item) {
        return new ItemBody(
                item.id().toString(),
                item.code(),
                trades.get(item.trade()).code(),
                levels(item),
                points(item.points()),
                name(item.secrecy()),
                item.unit() == null ? null : item.unit().toString(),
                name(item.sharing()),
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
        Map<String, Object> content = new LinkedHashMap<>();
        ContentJson.WRITTEN
                .tree(version.content())
                .properties()
                .forEach(field -> content.put(field.getKey(), field.getValue()));
        return new VersionBody(
                version.id().toString(),
                version.number(),
                content,
                version.origin(),
                version.author() == null ? null : version.author().toString(),
                version.reason(),
                version.madeAt());
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
