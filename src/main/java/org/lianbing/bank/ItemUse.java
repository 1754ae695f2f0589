package org.lianbing.bank;

import org.jspecify.annotations.Nullable;

/**
 * Where a version of an item is used.
 *
 * @param version which version
 * @param kind what uses it, such as {@code competition}; a translation key under {@code bank.use.}
 * @param title how people call it
 * @param link where it is shown, or null where the reader has no page for it
 */
public record ItemUse(
        ItemVersionId version,
        String kind,
        String title,
        @Nullable String link) {}
