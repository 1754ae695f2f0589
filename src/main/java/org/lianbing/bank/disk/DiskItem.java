package org.lianbing.bank.disk;

import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.store.VersionRow;

/**
 * A sound item in a file.
 *
 * @param code its stable code
 * @param file where it stands
 * @param line where it begins
 * @param draft what it says, its pictures stored
 * @param hash over all of that
 */
public record DiskItem(String code, String file, int line, ItemDraft draft, String hash) {

    static DiskItem of(String code, String file, int line, ItemDraft draft) {
        return new DiskItem(code, file, line, draft, VersionRow.hash(draft));
    }
}
