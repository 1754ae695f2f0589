package org.lianbing.bank.exchange.format;

import java.util.List;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Origin;
import org.lianbing.base.Level;

/**
 * An item on its way out.
 *
 * @param code its stable code, by which it is known again
 * @param content what it says, pictures as {@code media:} and their id
 * @param trade the code of its trade
 * @param tradeName the trade's name
 * @param levels for which levels, low to high
 * @param points what it tests
 * @param origin where it comes from
 */
public record ExportedItem(
        String code,
        ItemContent content,
        String trade,
        String tradeName,
        List<Level> levels,
        List<PointName> points,
        Origin origin) {

    /**
     * A point.
     *
     * @param reference as the bank on disk writes it: {@code outline:point}
     * @param code in its outline
     * @param name what it is called
     */
    public record PointName(String reference, String code, String name) {}

    public ExportedItem {
        levels = List.copyOf(levels);
        points = List.copyOf(points);
    }
}
