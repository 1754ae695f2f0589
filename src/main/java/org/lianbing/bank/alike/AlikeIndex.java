package org.lianbing.bank.alike;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.alike.store.AlikeEntries;
import org.lianbing.bank.alike.store.AlikeEntry;
import org.lianbing.bank.lifecycle.ItemFollower;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;

/**
 * What every item says, ready to be compared: follows each change in its own transaction. A sealed item is not in it,
 * and is once it was released: its versions keep saying that they were written sealed. Items from before there was this
 * index, or whose pieces were made in an older way, are caught up with after the start.
 */
@Component
public class AlikeIndex implements ItemFollower {

    private static final Logger LOG = LoggerFactory.getLogger(AlikeIndex.class);
    private static final int BATCH = 500;

    private final ItemRows items;
    private final VersionRows versions;
    private final AlikeEntries entries;
    private final TransactionTemplate transaction;

    AlikeIndex(ItemRows items, VersionRows versions, AlikeEntries entries, TransactionTemplate transaction) {
        this.items = items;
        this.versions = versions;
        this.entries = entries;
        this.transaction = transaction;
    }

    @Override
    public void follow(Collection<ItemId> changed) {
        List<ItemRow> live = items.find(changed).values().stream()
                .filter(row -> row.state() != ItemState.RETIRED && row.secrecy() != Secrecy.SEALED)
                .toList();
        Map<ItemVersionId, VersionRow> found = versions.find(live.stream()
                .flatMap(row -> Stream.of(row.published(), row.proposed()).filter(Objects::nonNull))
                .toList());
        List<AlikeEntry> written = new ArrayList<>();
        for (VersionRow version : found.values()) {
            written.add(new AlikeEntry(version.id(), version.item(), Shingles.of(version.content())));
        }
        entries.replace(changed, written);
    }

    /** Soon after the start, and once a day. */
    @Scheduled(initialDelayString = "${lianbing.alike.catch-up-delay:5s}", fixedDelayString = "24h")
    void catchUp() {
        int made = 0;
        for (List<ItemId> stale = entries.stale(BATCH); !stale.isEmpty(); stale = entries.stale(BATCH)) {
            List<ItemId> batch = stale;
            transaction.executeWithoutResult(status -> {
                items.lock(batch);
                follow(batch);
            });
            made += batch.size();
        }
        if (made > 0) {
            LOG.info("Made {} items ready to be compared", made);
        }
    }
}
