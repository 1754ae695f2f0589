package org.lianbing.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.Problem;
import org.lianbing.paper.render.FormRenderer;
import org.lianbing.paper.store.FormRows;

/**
 * Freezes the forms of one paper, all at once or some at a time. What several of them share is read once and rendered
 * once, as long as it has room; of the forms themselves none is held.
 */
public final class PaperFreezer {

    /** More than the papers of one exam hold; of a larger bank some are read again. */
    private static final int ITEMS_IN_MEMORY = 5_000;

    private final String title;
    private final Aids aids;
    private final FormRows rows;
    private final Pool pool;
    private final Freezing freezing;
    private final Delivery delivery;
    private final FormRenderer renderer;
    private final Cache<ItemVersionId, ItemVersion> versions =
            Caffeine.newBuilder().maximumSize(ITEMS_IN_MEMORY).build();
    private final Cache<ItemVersionId, PoolItem> items =
            Caffeine.newBuilder().maximumSize(ITEMS_IN_MEMORY).build();

    PaperFreezer(
            String title,
            Aids aids,
            FormRows rows,
            Pool pool,
            Freezing freezing,
            Delivery delivery,
            FormRenderer renderer) {
        this.title = title;
        this.aids = aids;
        this.rows = rows;
        this.pool = pool;
        this.freezing = freezing;
        this.delivery = delivery.remembering();
        this.renderer = renderer;
    }

    /** Freezes these for an exam, in the transaction of the caller. {@link Forms#reserve} has laid the embargo. */
    public void freeze(Collection<DrawnForm> drawn, Instant now) {
        freeze(drawn, now, null);
    }

    /** The same, released at that moment; null for not yet. */
    void freeze(Collection<DrawnForm> drawn, Instant now, @Nullable Instant releasedAt) {
        Set<ItemVersionId> standing = DrawnForm.versions(drawn);
        Map<ItemVersionId, ItemVersion> contents = remembered(versions, standing, pool::versions);
        Map<ItemVersionId, PoolItem> about = remembered(items, standing, pool::items);
        drawn.forEach(form -> freeze(form, contents, about, now, releasedAt));
    }

    private static <T> Map<ItemVersionId, T> remembered(
            Cache<ItemVersionId, T> cache,
            Set<ItemVersionId> wanted,
            Function<Collection<ItemVersionId>, Map<ItemVersionId, T>> read) {
        return cache.getAll(wanted, missing -> read.apply(Set.copyOf(missing)));
    }

    private void freeze(
            DrawnForm drawn,
            Map<ItemVersionId, ItemVersion> contents,
            Map<ItemVersionId, PoolItem> about,
            Instant now,
            @Nullable Instant releasedAt) {
        if (drawn.slots().isEmpty()) {
            throw Problem.invalid("paper.empty");
        }
        List<FrozenSlot> slots = freezing.freeze(drawn.id(), drawn.slots(), contents, about);
        BigDecimal maxScore = drawn.slots().stream().map(DraftSlot::maxScore).reduce(BigDecimal.ZERO, BigDecimal::add);
        rows.insert(
                new Form(drawn.id(), title, slots.stream().map(FrozenSlot::slot).toList(), maxScore),
                slots,
                renderer.render(delivery.form(drawn.id(), title, slots, contents, maxScore, aids)),
                now,
                releasedAt);
    }
}
