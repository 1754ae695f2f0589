package org.lianbing.bank.lifecycle;

import java.util.Collection;
import java.util.List;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.store.WaitingRows;

/**
 * Documents of items that are made many at once: writing them takes longer than writing the items, and nobody should
 * wait for that with a transaction open. The first few hundred follow right after the commit, so that what is imported
 * is found when the import says that it is done; the rest is in the table of those that wait, and follows in the
 * background, on any node, also after a restart.
 */
@Component
public class ItemDocumentsLater {

    private static final int BATCH = 500;

    private final WaitingRows waiting;
    private final ItemDocuments documents;
    private final TransactionTemplate transaction;

    ItemDocumentsLater(WaitingRows waiting, ItemDocuments documents, PlatformTransactionManager transactions) {
        this.waiting = waiting;
        this.documents = documents;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** To be called in the transaction that makes these items, once or in parts. */
    public void refresh(Collection<ItemId> made) {
        waiting.insert(made);
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new Behind());
        }
    }

    /** How many items are not found yet. */
    public int waiting() {
        return waiting.count();
    }

    /** Most of the time there is nothing to do. */
    @Scheduled(fixedDelayString = "${lianbing.documents.delay:1s}")
    void catchUp() {
        while (writeBatch()) {
            // Until nothing waits.
        }
    }

    private boolean writeBatch() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<ItemId> batch = waiting.take(BATCH);
            documents.refresh(batch);
            return batch.size() == BATCH;
        }));
    }

    private final class Behind implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            writeBatch();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(ItemDocumentsLater.this);
        }
    }
}
