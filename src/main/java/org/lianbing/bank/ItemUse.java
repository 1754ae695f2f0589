package org.lianbing.bank;

import org.jspecify.annotations.Nullable;

/**
 * Where a version of an item is used.
 *
 * @param version which version
 * @param kind what uses it, such as {@code competition}; a translation key under {@code bank.use.}
 * @param title how people call it; empty where several are told by their number alone
 * @param count how many there are of this kind; 1 for one that is named
 * @param link where it is shown, or null where the reader has no page for it
 */
public record ItemUse(
        ItemVersionId version,
        String kind,
        String title,
        int count,
        @Nullable String link) {

    /** One by its name. */
    public ItemUse(ItemVersionId version, String kind, String title, @Nullable String link) {
        this(version, kind, title, 1, link);
    }

    /** Some by their number, to readers who may know that they are and not which. */
    public static ItemUse counted(ItemVersionId version, String kind, int count) {
        return new ItemUse(version, kind, "", count, null);
    }
}
