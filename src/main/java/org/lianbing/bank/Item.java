package org.lianbing.bank;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.trade.PointId;

/**
 * An item with its keys: for those who write and review.
 *
 * @param id which
 * @param code its stable code
 * @param trade whose
 * @param levels for which levels; none for a foundation
 * @param points what it tests
 * @param secrecy who may meet it
 * @param unit whose item it is; null for one that is common to all
 * @param sharing who else may see it
 * @param state where it stands; PUBLISHED stays while a newer version is proposed
 * @param proposalState where the proposed version stands, DRAFT or IN_REVIEW; null where there is none
 * @param published what candidates meet, or null
 * @param proposed a version not yet published, or null
 */
public record Item(
        ItemId id,
        String code,
        TradeId trade,
        Set<Level> levels,
        Set<PointId> points,
        Secrecy secrecy,
        @Nullable UnitId unit,
        Sharing sharing,
        ItemState state,
        @Nullable ItemState proposalState,
        @Nullable ItemVersion published,
        @Nullable ItemVersion proposed) {

    /** The version that a change goes on from: the proposed one, else the one in force. */
    public ItemVersion latest() {
        return Objects.requireNonNull(proposed == null ? published : proposed);
    }
}
