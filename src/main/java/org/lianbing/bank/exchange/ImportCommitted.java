package org.lianbing.bank.exchange;

import java.util.List;

import org.lianbing.bank.ItemId;

/**
 * What a commit did.
 *
 * @param items the drafts it made
 * @param aside numbers of rows whose item cannot be changed now, or was changed since: they wait for a person
 * @param left rows that are still there to be mended
 */
public record ImportCommitted(List<ItemId> items, List<Integer> aside, int left) {

    public ImportCommitted {
        items = List.copyOf(items);
        aside = List.copyOf(aside);
    }
}
