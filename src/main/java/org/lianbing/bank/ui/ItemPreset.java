package org.lianbing.bank.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.base.Level;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/**
 * What a link says of the item, or of the items, to be written: {@code ?trade=&level=&point=&type=}. A part that names
 * nothing is left out.
 *
 * @param trade by id, code or name
 * @param level by its code
 * @param point by its id
 * @param type by its code
 */
public record ItemPreset(
        @Nullable Trade trade,
        @Nullable Level level,
        @Nullable PointId point,
        @Nullable ItemType type) {

    /** Reads the parameters of a page. */
    public static ItemPreset of(QueryParameters query, Trades trades) {
        return new ItemPreset(
                text(query, "trade").flatMap(trades::find).orElse(null),
                text(query, "level").flatMap(Level::find).orElse(null),
                text(query, "point").filter(ItemPreset::isId).map(PointId::of).orElse(null),
                text(query, "type").flatMap(ItemType::find).orElse(null));
    }

    private static Optional<String> text(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(value -> !value.isBlank());
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-fA-F-]{36}");
    }

    /** Parts of the form {@code name=value} as they stand in an address. */
    static String query(List<String> parts) {
        return parts.stream()
                .map(part -> part.split("=", 2))
                .map(part -> part[0] + "=" + URLEncoder.encode(part[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
