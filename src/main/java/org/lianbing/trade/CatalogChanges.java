package org.lianbing.trade;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets this node see at once what it changed itself; the others look once a second. */
@Component
public class CatalogChanges {

    private final Catalog catalog;

    CatalogChanges(Catalog catalog) {
        this.catalog = catalog;
    }

    /** To be called within the transaction that changes outlines. */
    public void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                catalog.forget();
            }
        });
    }
}
