package org.lianbing.bank.coverage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.access.ReachMarks;
import org.lianbing.bank.coverage.CoverageTree.Foundation;
import org.lianbing.bank.coverage.store.CoverageCounts;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** The coverage map, for trainers and reviewers of the trade. */
@Service
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
public class Coverage {

    private final Trades trades;
    private final Outlines outlines;
    private final CoverageCounts counts;
    private final CoverageWriter writer;
    private final ReachMarks marks;

    Coverage(Trades trades, Outlines outlines, CoverageCounts counts, CoverageWriter writer, ReachMarks marks) {
        this.trades = trades;
        this.outlines = outlines;
        this.counts = counts;
        this.writer = writer;
        this.marks = marks;
    }

    /** The trades whose maps the person may see. */
    public List<Trade> trades(Actor actor) {
        return trades.all().stream().filter(trade -> mayRead(actor, trade.id())).toList();
    }

    /**
     * The map of a trade at a level.
     *
     * @param level null for a foundation or theme bank
     * @throws Problem where the trade is not the actor's, or has no outline at the level
     */
    @Transactional(readOnly = true)
    public CoverageMap map(Actor actor, TradeId id, @Nullable Level level) {
        Trade trade = trades.get(id);
        if (!mayRead(actor, id)) {
            throw Problem.notFound("base.not-found");
        }
        Outline outline = outlines.current(id, level).orElseThrow(() -> Problem.notFound("bank.coverage.no-outline"));
        List<Foundation> foundations = foundations(actor, outline);
        Set<PointId> points = new HashSet<>();
        Set<TradeId> all = new HashSet<>(Set.of(id));
        Set<TradeId> own = new HashSet<>(Set.of(id));
        outline.points().forEach(point -> points.add(point.id()));
        for (Foundation foundation : foundations) {
            foundation.outline().points().forEach(point -> points.add(point.id()));
            all.add(foundation.trade().id());
            if (foundation.open()) {
                own.add(foundation.trade().id());
            }
        }
        List<Count> counted = counts.count(id, level, all, own, marks.of(actor), points);
        return new CoverageMap(
                trade,
                level,
                outline.edition(),
                new CoverageTree(counted).lay(outline, foundations, true),
                counted.stream()
                        .filter(count -> Objects.isNull(count.point()))
                        .map(Count::cell)
                        .reduce(Cell.NOTHING, Cell::plus));
    }

    /** The map as a workbook. */
    @Transactional(readOnly = true)
    public void export(Actor actor, TradeId trade, @Nullable Level level, Locale language, OutputStream out)
            throws IOException {
        writer.write(map(actor, trade, level), language, out);
    }

    private List<Foundation> foundations(Actor actor, Outline outline) {
        List<Foundation> found = new ArrayList<>();
        for (Outline.Inclusion inclusion : outline.inclusions()) {
            Optional<Outline> own = outlines.current(inclusion.foundation(), null);
            own.ifPresent(one -> found.add(new Foundation(
                    trades.get(inclusion.foundation()),
                    one,
                    inclusion.weight(),
                    mayRead(actor, inclusion.foundation()))));
        }
        return found;
    }

    private static boolean mayRead(Actor actor, TradeId trade) {
        return actor.hasFor(Role.TRAINER, trade) || actor.hasFor(Role.REVIEWER, trade);
    }
}
