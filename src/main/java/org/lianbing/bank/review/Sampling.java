package org.lianbing.bank.review;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.Review;
import org.lianbing.bank.access.ReachMarks;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.review.Sample.Member;
import org.lianbing.bank.review.Sample.Standing;
import org.lianbing.bank.review.store.RuleRows;
import org.lianbing.bank.review.store.SampleRows;
import org.lianbing.bank.review.store.SampleRows.Open;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/**
 * Of a large batch of open practice items a sample is enough, where the trade says so: when all that was drawn was
 * published without objection, the rest follows. One objection, and each item is looked at.
 */
@Service
public class Sampling {

    private static final int ALL = 100;
    private static final int LISTED = 100;
    private static final SecureRandom SEEDS = new SecureRandom();

    private final SampleRows rows;
    private final RuleRows rules;
    private final Review review;
    private final ReachMarks marks;
    private final Trades trades;
    private final AuditLog audit;
    private final Clock clock;

    Sampling(
            SampleRows rows,
            RuleRows rules,
            Review review,
            ReachMarks marks,
            Trades trades,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.review = review;
        this.marks = marks;
        this.trades = trades;
        this.audit = audit;
        this.clock = clock;
    }

    /** How much of a batch the trade wants reviewed, in percent. */
    @Transactional(readOnly = true)
    public int share(Actor actor, TradeId trade) {
        actor.requireFor(Role.REVIEWER, trade);
        return rules.share(trade);
    }

    /** Sets it, 1 to 100. */
    @Transactional
    public void setShare(Actor actor, TradeId trade, int share) {
        actor.requireFor(Role.REVIEWER, trade);
        if (share < 1 || share > ALL) {
            throw Problem.invalid("bank.sample.share").with("field", "share");
        }
        rules.put(trade, share, actor.person(), clock.instant());
        audit.record(
                actor,
                "trade.review-share",
                "trade",
                trade.value(),
                trades.get(trade).code() + " · " + share + "%");
    }

    /** Imports of the trades that the actor reviews, with items that wait. */
    @Transactional(readOnly = true)
    public List<Batch> batches(Actor actor) {
        actor.require(Role.REVIEWER);
        return rows.batches(
                trades.all().stream()
                        .map(Trade::id)
                        .filter(trade -> actor.hasFor(Role.REVIEWER, trade))
                        .toList(),
                marks.of(actor),
                LISTED);
    }

    /** Draws a sample of what waits of an import. */
    @Transactional
    public Sample draw(Actor actor, ImportId file, TradeId trade) {
        actor.requireFor(Role.REVIEWER, trade);
        int share = rules.share(trade);
        if (share == ALL) {
            throw Problem.conflict("bank.sample.all", trades.get(trade).name());
        }
        rows.lock(file);
        rows.of(file).stream()
                .map(before -> rows.find(before).orElseThrow())
                .filter(before -> before.trade().equals(trade))
                .forEach(Sampling::refuseAfter);
        List<Open> batch = rows.open(file, trade, marks.of(actor));
        if (batch.isEmpty()) {
            throw Problem.conflict("bank.sample.nothing");
        }
        long seed = SEEDS.nextLong();
        Sample sample =
                new Sample(SampleId.next(), file, trade, share, seed, actor.person(), clock.instant(), null, List.of());
        rows.insert(sample, batch, SampleDraw.draw(batch, share, seed));
        audit.record(actor, "sample.drawn", "sample", sample.id().value(), share + "% · " + batch.size());
        return rows.find(sample.id()).orElseThrow();
    }

    /** A sample with where each of its items stands. */
    @Transactional(readOnly = true)
    public Sample get(Actor actor, SampleId id) {
        Sample sample = rows.find(id).orElseThrow(() -> Problem.notFound("base.not-found"));
        actor.requireFor(Role.REVIEWER, sample.trade());
        return sample;
    }

    /** Publishes the rest of the batch by the sample; returns how many items that were. */
    @Transactional
    public int publishRest(Actor actor, SampleId id) {
        Sample seen = get(actor, id);
        rows.lock(seen.imported());
        Sample sample = get(actor, id);
        if (sample.objected()) {
            throw Problem.conflict("bank.sample.objected", codes(sample, Standing.OBJECTED, Standing.CHANGED));
        }
        if (!sample.passed()) {
            throw Problem.conflict("bank.sample.waiting", sample.drawn(Standing.WAITING));
        }
        List<Member> rest = sample.rest();
        rest.forEach(member -> review.publishBySample(actor, member.item(), member.version(), id));
        rows.published(id, actor.person(), clock.instant());
        audit.record(actor, "sample.published", "sample", id.value(), String.valueOf(rest.size()));
        return rest.size();
    }

    private static void refuseAfter(Sample before) {
        if (before.publishedAt() == null) {
            if (before.objected()) {
                throw Problem.conflict("bank.sample.objected", codes(before, Standing.OBJECTED, Standing.CHANGED));
            }
            throw Problem.conflict("bank.sample.open", before.drawn(Standing.WAITING));
        }
    }

    private static String codes(Sample sample, Standing... standings) {
        List<Standing> wanted = List.of(standings);
        return sample.drawn().stream()
                .filter(member -> wanted.contains(member.standing()))
                .map(Member::code)
                .collect(Collectors.joining("、"));
    }
}
