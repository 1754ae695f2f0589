package org.lianbing.trade.editing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.CatalogChanges;
import org.lianbing.trade.Edition;
import org.lianbing.trade.Outline;
import org.lianbing.trade.OutlineDifference;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.PointId;
import org.lianbing.trade.PointUses;
import org.lianbing.trade.PointUses.Use;
import org.lianbing.trade.Trades;
import org.lianbing.trade.sheet.OutlineWriter;
import org.lianbing.trade.store.CatalogReader;
import org.lianbing.trade.store.EditionRows;

/** The editions of outlines: old ones stay, are compared, taken away as Excel, and put in force again. */
@Service
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER', 'ADMIN')")
public class OutlineEditions {

    private final EditionRows editions;
    private final CatalogReader reader;
    private final CatalogChanges changes;
    private final Trades trades;
    private final OutlineWriter writer;
    private final ObjectProvider<PointUses> uses;
    private final AuditLog audit;

    OutlineEditions(
            EditionRows editions,
            CatalogReader reader,
            CatalogChanges changes,
            Trades trades,
            OutlineWriter writer,
            ObjectProvider<PointUses> uses,
            AuditLog audit) {
        this.editions = editions;
        this.reader = reader;
        this.changes = changes;
        this.trades = trades;
        this.writer = writer;
        this.uses = uses;
        this.audit = audit;
    }

    /** Those in force, and those of the files that wait, of the trades whose outlines the person may write. */
    public List<Edition> mine(Actor actor) {
        return editions.inForceOrWaiting().stream()
                .filter(edition -> OutlineReach.mayWrite(actor, edition.trade()))
                .toList();
    }

    /** All editions of a trade's outline at a level, the one in force first. */
    public List<Edition> of(Actor actor, TradeId trade, @Nullable Level level) {
        OutlineReach.requireWrite(actor, trade);
        return editions.of(trade, level);
    }

    /** An edition without its content. */
    public Edition find(Actor actor, OutlineId id) {
        Edition edition = editions.find(id).orElseThrow(() -> Problem.notFound("trade.outline.not-found"));
        OutlineReach.requireWrite(actor, edition.trade());
        return edition;
    }

    /** An edition with its content. */
    public Outline get(Actor actor, OutlineId id) {
        find(actor, id);
        return reader.edition(id).orElseThrow(() -> Problem.notFound("trade.outline.not-found"));
    }

    /** What became different from one edition to another of the same outline. */
    public OutlineDifference difference(Actor actor, OutlineId from, OutlineId to) {
        Outline before = get(actor, from);
        Outline after = get(actor, to);
        if (!before.code().equals(after.code())) {
            throw Problem.invalid("trade.outline.not-alike");
        }
        return OutlineDifference.between(before, after);
    }

    /** What hangs on the points, as far as the person may know. */
    public Map<PointId, List<Use>> uses(Actor actor, Collection<PointId> points) {
        Map<PointId, List<Use>> found =
                new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        if (!points.isEmpty()) {
            uses.forEach(use -> use.of(actor, points)
                    .forEach((point, more) -> found.merge(
                            point,
                            more,
                            (left, right) -> java.util.stream.Stream.concat(left.stream(), right.stream())
                                    .toList())));
        }
        return found;
    }

    /** Puts an edition in force again in the place of the one that is. */
    @Transactional
    public void activate(Actor actor, OutlineId id) {
        Edition edition = find(actor, id);
        if (edition.current()) {
            return;
        }
        editions.activate(edition);
        audit.record(actor, "outline.activated", "outline", id.value(), edition.code() + " " + edition.edition());
        changes.afterCommit();
    }

    /** Writes editions into a workbook that can be imported again, a sheet each. */
    public void export(Actor actor, List<OutlineId> ids, OutputStream out) throws IOException {
        List<Outline> outlines = ids.stream().map(id -> get(actor, id)).toList();
        writer.write(outlines, trades.all(), out);
    }
}
