package org.lianbing.practice;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.practice.store.MistakeTable;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;

/** The mistake book (错题本): what went wrong, in practice or in an exam, and has not been right twice in a row since. */
@Service
public class MistakeBook {

    private final MistakeTable mistakes;
    private final Pool pool;
    private final Outlines outlines;
    private final ItemText text;

    MistakeBook(MistakeTable mistakes, Pool pool, Outlines outlines, ItemText text) {
        this.mistakes = mistakes;
        this.pool = pool;
        this.outlines = outlines;
        this.text = text;
    }

    /** How many items wait in the actor's book. */
    public int count(Actor actor) {
        return count(actor.person());
    }

    int count(PersonId person) {
        return pool.practicable(waiting(person)).size();
    }

    /** How many items of each trade or foundation wait in the actor's book. */
    public Map<TradeId, Integer> counts(Actor actor) {
        return pool.practicable(waiting(actor.person())).stream()
                .collect(Collectors.groupingBy(PoolItem::trade, Collectors.summingInt(item -> 1)));
    }

    private List<ItemId> waiting(PersonId person) {
        return mistakes.open(person).stream().map(MistakeTable.Row::item).toList();
    }

    /** The actor's open mistakes, of one trade or foundation or of all (null), the newest first. */
    public List<Mistake> open(Actor actor, @Nullable TradeId trade) {
        List<MistakeTable.Row> rows = mistakes.open(actor.person());
        List<ItemId> open = rows.stream().map(MistakeTable.Row::item).toList();
        Map<ItemId, PoolItem> items = (trade == null ? pool.practicable(open) : pool.practicable(open, trade))
                .stream().collect(Collectors.toMap(PoolItem::item, Function.identity()));
        Map<ItemVersionId, ItemVersion> contents =
                pool.versions(items.values().stream().map(PoolItem::version).toList());
        Map<PointId, Point> points = points(items.values());
        return rows.stream()
                .sorted(Comparator.comparing(MistakeTable.Row::lastWrongAt).reversed())
                .flatMap(row -> Stream.ofNullable(items.get(row.item()))
                        .flatMap(item -> Stream.ofNullable(contents.get(item.version()))
                                .map(version -> mistake(row, item, version, points))))
                .toList();
    }

    private Map<PointId, Point> points(Collection<PoolItem> items) {
        return new HashMap<>(outlines.points(
                items.stream().flatMap(item -> item.points().stream()).collect(Collectors.toSet())));
    }

    private Mistake mistake(MistakeTable.Row row, PoolItem item, ItemVersion version, Map<PointId, Point> points) {
        return new Mistake(
                item.item(),
                item.trade(),
                item.type(),
                text.plain(stem(version.content())),
                row.wrongCount(),
                row.rightSince(),
                row.lastWrongAt(),
                item.points().stream()
                        .flatMap(id -> Stream.ofNullable(points.get(id)))
                        .min(Comparator.comparing(Point::code))
                        .orElse(null));
    }

    /** Of a 计算 the names of its variables, since here it has no values. */
    private static String stem(ItemContent content) {
        return content.interaction() instanceof Interaction.Calculated
                ? content.stem().replaceAll("\\{\\{\\s*=?\\s*([^{}]*?)\\s*}}", "$1")
                : content.stem();
    }
}
