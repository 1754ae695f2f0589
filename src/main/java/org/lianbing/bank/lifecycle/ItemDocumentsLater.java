package org.lianbing.bank.lifecycle;

import java.util.Collection;
import java.util.List;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.WaitingRows;

/**
 * Documents of items that are made many at once: writing them takes longer than writing the items, and nobody should
 * wait for that with a transaction open. The first few hundred of a transaction are written in it; the rest is in the
 * table of those that wait, and follows in the background, on any node, also after a restart.
 */
@Component
public class ItemDocumentsLater {

    private static final int BATCH = 500;

    private final WaitingRows waiting;
    private final ItemRows items;
    private final ItemDocuments documents;
    private final TransactionTemplate transaction;

    ItemDocumentsLater(WaitingRows waiting, ItemRows items, ItemDocuments documents, TransactionTemplate transaction) {
        this.waiting = waiting;
        this.items = items;
        this.documents = documents;
        this.transaction = transaction;
    }

    /** To be called in the transaction that makes these items, once or in parts. */
    public void refresh(Collection<ItemId> made) {
        if (soFar().add(made.size()) <= BATCH) {
            documents.refresh(made);
        } else {
            waiting.insert(made);
        }
    }

    /** How many items are not found yet. */
    public int waiting() {
        return waiting.count();
    }

    /** Most of the time there is nothing to do. */
    @Scheduled(fixedDelayString = "${lianbing.documents.delay:1s}")
    void catchUp() {
        while (Boolean.TRUE.equals(transaction.execute(status -> writeBatch()))) {
            // Until nothing waits.
        }
    }

    private boolean writeBatch() {
        List<ItemId> batch = waiting.take(BATCH);
        // In the order in which everybody holds items, so that none wait for each other.
        items.lock(batch);
        documents.refresh(batch);
        return batch.size() == BATCH;
    }

    private Made soFar() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Made made) {
            return made;
        }
        Made made = new Made();
        TransactionSynchronizationManager.bindResource(this, made);
        TransactionSynchronizationManager.registerSynchronization(made);
        return made;
    }

    /** How many were made in a transaction. */
    private final class Made implements TransactionSynchronization {

        private int count;

        int add(int more) {
            count += more;
            return count;
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(ItemDocumentsLater.this);
        }
    }
}
