package org.lianbing.bank.alike;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.alike.store.AlikeEntries;
import org.lianbing.bank.alike.store.AlikeEntries.Standing;
import org.lianbing.bank.alike.store.PairTable;
import org.lianbing.bank.alike.store.RunTable;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;

/**
 * Compares all items of each trade with one another. What is in force is compared, of a new item what is proposed. Who
 * may see a pair is asked when it is shown.
 */
@Component
public class DuplicateSearch {

    /** The least resemblance that is kept. */
    static final double LEAST = 0.7;

    private static final Logger LOG = LoggerFactory.getLogger(DuplicateSearch.class);
    private static final int BATCH = 5000;

    private final AlikeIndex index;
    private final AlikeEntries entries;
    private final PairTable pairs;
    private final RunTable runs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DuplicateSearch(
            AlikeIndex index,
            AlikeEntries entries,
            PairTable pairs,
            RunTable runs,
            TransactionTemplate transaction,
            Clock clock) {
        this.index = index;
        this.entries = entries;
        this.pairs = pairs;
        this.runs = runs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Searches the whole bank, unless a search is at work.
     *
     * @param person who asked for it; null for the nightly one
     * @return whether it searched
     */
    public boolean run(@Nullable PersonId person) {
        SearchRunId run = SearchRunId.next();
        if (!runs.begin(run, person, clock.instant())) {
            return false;
        }
        try {
            index.catchUp();
            Pass pass = new Pass(run, entries.count());
            pass.read();
            pass.write(pass.compare());
            return true;
        } catch (RuntimeException e) {
            runs.drop(run);
            throw e;
        }
    }

    /** One search, with how far it is: reading and comparing take about the same time. */
    private final class Pass {

        private final SearchRunId run;
        private final int items;
        private final PairFinder finder = new PairFinder();
        private final List<PairTable.Side> sides = new ArrayList<>();
        private final List<TradeId> trades = new ArrayList<>();
        private final Map<TradeId, Integer> circles = new HashMap<>();
        private final long begun = System.nanoTime();

        Pass(SearchRunId run, int items) {
            this.run = run;
            this.items = items;
        }

        void read() {
            ItemId last = null;
            for (List<Standing> batch = entries.standing(last, BATCH);
                    !batch.isEmpty();
                    batch = entries.standing(last, BATCH)) {
                for (Standing one : batch) {
                    finder.add(one.entry().shingles(), circles.computeIfAbsent(one.trade(), trade -> trades(trade)));
                    sides.add(new PairTable.Side(one.entry().item(), one.entry().version()));
                    last = one.entry().item();
                }
                moved(sides.size() / 2);
            }
        }

        private int trades(TradeId trade) {
            trades.add(trade);
            return trades.size() - 1;
        }

        List<AlikePair> compare() {
            return finder.pairs(LEAST, bands -> moved(items / 2 + items * bands / MinHash.BANDS / 2));
        }

        void write(List<AlikePair> found) {
            transaction.executeWithoutResult(status -> {
                pairs.add(
                        run,
                        found.stream()
                                .map(pair -> new PairTable.Found(
                                        sides.get(pair.first()),
                                        sides.get(pair.second()),
                                        trades.get(finder.circle(pair.first())),
                                        pair.resemblance()))
                                .toList());
                runs.end(run, found.size(), clock.instant());
            });
            LOG.info(
                    "Compared {} items in {} ms: {} pairs",
                    sides.size(),
                    (System.nanoTime() - begun) / 1_000_000,
                    found.size());
        }

        private void moved(int done) {
            runs.move(run, Math.min(done, items), items, clock.instant());
        }
    }
}
