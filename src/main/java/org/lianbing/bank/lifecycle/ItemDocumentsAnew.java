package org.lianbing.bank.lifecycle;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.search.DocumentShapes;

/**
 * Writes the documents of all items anew after an update that makes them otherwise. A large bank takes minutes, in which
 * the application is up and finds what is written so far; two nodes at once do the same work twice and no harm.
 */
@Component
@Order(ItemDocumentsAnew.ORDER)
class ItemDocumentsAnew implements ApplicationRunner {

    /** Before the bank on disk is loaded, which writes documents itself. */
    static final int ORDER = 90;

    private static final int BATCH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(ItemDocumentsAnew.class);

    private final ItemRows items;
    private final ItemDocuments documents;
    private final DocumentShapes shapes;
    private final TransactionTemplate transaction;

    ItemDocumentsAnew(ItemRows items, ItemDocuments documents, DocumentShapes shapes, TransactionTemplate transaction) {
        this.items = items;
        this.documents = documents;
        this.shapes = shapes;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (shapes.has(ItemDocuments.COLLECTION, ItemDocuments.SHAPE)) {
            return;
        }
        if (write(items.idsAfter(null, BATCH)) == null) {
            shapes.written(ItemDocuments.COLLECTION, ItemDocuments.SHAPE);
        } else {
            Thread.ofPlatform().name("item-documents").daemon().start(this::writeAll);
        }
    }

    private void writeAll() {
        LOG.info("Writing what items are found by anew.");
        long written = 0;
        ItemId last = null;
        try {
            do {
                List<ItemId> batch = items.idsAfter(last, BATCH);
                written += batch.size();
                last = write(batch);
            } while (last != null);
            shapes.written(ItemDocuments.COLLECTION, ItemDocuments.SHAPE);
            LOG.info("What {} items are found by was written anew.", written);
        } catch (RuntimeException e) {
            LOG.error("What items are found by was not written anew for all of them; the next start tries again.", e);
        }
    }

    /** Writes one batch; the last of it, or null where nothing follows. */
    private @Nullable ItemId write(List<ItemId> batch) {
        transaction.executeWithoutResult(status -> {
            // In the order in which everybody holds items: others follow the same items at the same time.
            items.lock(batch);
            documents.refresh(batch);
        });
        return batch.size() < BATCH ? null : batch.getLast();
    }
}
