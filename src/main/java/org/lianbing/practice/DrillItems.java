package org.lianbing.practice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.SlotResult;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.paper.Forms;
import org.lianbing.practice.store.AnswerTable;
import org.lianbing.practice.store.MetTable;
import org.lianbing.practice.store.MistakeTable;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Finds the items of a drill. What stands in a form not yet released is never among them: the pool sees to that. */
@Component
class DrillItems {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Pool pool;
    private final Trades trades;
    private final Outlines outlines;
    private final MetTable met;
    private final AnswerTable answers;
    private final MistakeTable mistakes;
    private final Attempts attempts;
    private final Forms forms;
    private final ZoneId zone;

    DrillItems(
            Pool pool,
            Trades trades,
            Outlines outlines,
            MetTable met,
            AnswerTable answers,
            MistakeTable mistakes,
            Attempts attempts,
            Forms forms,
            ZoneId zone) {
        this.pool = pool;
        this.trades = trades;
        this.outlines = outlines;
        this.met = met;
        this.answers = answers;
        this.mistakes = mistakes;
        this.attempts = attempts;
        this.forms = forms;
        this.zone = zone;
    }

    List<PoolItem> draw(PersonId person, DrillRequest request) {
        return switch (request) {
            case DrillRequest.Fresh fresh -> fresh(person, fresh);
            case DrillRequest.Mistakes wanted -> mistakes(person, wanted);
            case DrillRequest.OnPoints wanted -> pick(person, onPoints(wanted.points()), Map.of(), wanted.count());
            case DrillRequest.MissedIn missed -> byType(pool.practicable(missed(person, missed.attempt())));
        };
    }

    /** All items that test any of the points. */
    List<PoolItem> onPoints(Set<PointId> points) {
        Set<PoolItem> found = new LinkedHashSet<>();
        for (Point point : outlines.points(points).values()) {
            pool.forPractice(point.trade(), point.level(), List.of()).stream()
                    .filter(item -> item.points().contains(point.id()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** Without what is kept back now, since a count of one would be a verdict. */
    Today today(PersonId person, Instant now) {
        Instant midnight = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
        List<AnswerTable.Practised> practised = answers.since(person, midnight);
        Set<ItemId> keptBack = forms.keptBack(
                practised.stream().map(AnswerTable.Practised::item).toList());
        List<AnswerTable.Practised> told =
                practised.stream().filter(one -> !keptBack.contains(one.item())).toList();
        return new Today(told.size(), (int)
                told.stream().filter(AnswerTable.Practised::correct).count());
    }

    private List<PoolItem> fresh(PersonId person, DrillRequest.Fresh request) {
        Trade trade = trades.get(request.trade());
        Map<TradeId, BigDecimal> weights = weights(trade, request.level());
        Set<TradeId> foundations = new HashSet<>(weights.keySet());
        foundations.remove(trade.id());
        List<PoolItem> from = pool.forPractice(trade.id(), request.level(), foundations).stream()
                .filter(item -> request.tasks() != DrillRequest.Tasks.ONLY || item.task())
                .toList();
        return pick(person, from, weights, request.count());
    }

    /** What each foundation weighs in the outline, and the trade itself the rest; over all levels, the most. */
    private Map<TradeId, BigDecimal> weights(Trade trade, @Nullable Level level) {
        Map<TradeId, BigDecimal> weights = new LinkedHashMap<>();
        Stream<Outline> syllabuses = level == null && !trade.levels().isEmpty()
                ? trade.levels().stream().flatMap(each -> outlines.current(trade.id(), each).stream())
                : outlines.current(trade.id(), level).stream();
        syllabuses
                .flatMap(outline -> outline.inclusions().stream())
                .forEach(inclusion -> weights.merge(inclusion.foundation(), inclusion.weight(), BigDecimal::max));
        BigDecimal foundations = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        weights.put(trade.id(), WHOLE.subtract(foundations).max(BigDecimal.ONE));
        return weights;
    }

    private List<PoolItem> mistakes(PersonId person, DrillRequest.Mistakes request) {
        Set<TradeId> wanted = request.trade() == null
                ? Set.of()
                : weights(trades.get(request.trade()), null).keySet();
        List<ItemId> open = mistakes.open(person).stream()
                .sorted(Comparator.comparing(MistakeTable.Row::lastWrongAt))
                .map(MistakeTable.Row::item)
                .toList();
        Map<ItemId, PoolItem> practicable = new HashMap<>();
        pool.practicable(open).forEach(item -> practicable.put(item.item(), item));
        return byType(open.stream()
                .flatMap(item -> Stream.ofNullable(practicable.get(item)))
                .filter(item -> wanted.isEmpty() || wanted.contains(item.trade()))
                .limit(request.count())
                .toList());
    }

    private List<ItemId> missed(PersonId person, AttemptId attempt) {
        AttemptSummary summary = attempts.get(attempt);
        if (!summary.person().equals(person) || !summary.purpose().kind().equals(Drills.PURPOSE)) {
            throw Problem.notFound("base.not-found");
        }
        if (summary.score() == null) {
            throw Problem.conflict("practice.not-handed-in");
        }
        return attempts.results(attempt).stream()
                .filter(result -> result.fraction().compareTo(BigDecimal.ONE) < 0)
                .map(SlotResult::item)
                .toList();
    }

    private List<PoolItem> pick(PersonId person, List<PoolItem> from, Map<TradeId, BigDecimal> weights, int count) {
        Map<ItemId, Met> history =
                met.of(person, from.stream().map(PoolItem::item).toList());
        return DrillDraw.draw(from, weights, history, count, ThreadLocalRandom.current());
    }

    private static List<PoolItem> byType(List<PoolItem> items) {
        return items.stream().sorted(Comparator.comparing(PoolItem::type)).toList();
    }
}
