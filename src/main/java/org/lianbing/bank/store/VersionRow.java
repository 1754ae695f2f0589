package org.lianbing.bank.store;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.disk.FolderHash;
import org.lianbing.trade.PointId;

/** A row of {@code bank.item_version}: the content with all that comes into force together with it. */
public record VersionRow(
        ItemVersionId id,
        ItemId item,
        int number,
        ItemContent content,
        Set<Level> levels,
        Set<PointId> points,
        Secrecy secrecy,
        Origin origin,
        String hash,
        @Nullable PersonId author,
        String reason,
        Instant madeAt) {

    /** The version as other modules see it. */
    public ItemVersion version() {
        return new ItemVersion(id, item, number, content, origin, author, reason, madeAt);
    }

    /** The hash over everything that makes one version differ from another. */
    public static String hash(ItemDraft draft) {
        return FolderHash.of(ContentJson.STORED.write(draft.content())
                + new TreeSet<>(draft.levels())
                + draft.points().stream().map(PointId::toString).sorted().collect(Collectors.joining(","))
                + draft.secrecy()
                + draft.origin().source()
                + draft.origin().permission()
                + draft.origin().edition()
                + draft.origin().credit());
    }
}
