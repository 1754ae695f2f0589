package org.lianbing.bank.alike;

import java.util.Set;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemVersion;

/**
 * An item of the bank that resembles something.
 *
 * @param item which
 * @param version the one of its versions that resembles most
 * @param resemblance from 0.6 to 1
 * @param differences what tells them apart all the same
 */
public record AlikeItem(Item item, ItemVersion version, double resemblance, Set<Difference> differences) {

    public AlikeItem {
        differences = Set.copyOf(differences);
    }

    /** The resemblance in whole percent, never rounded up. */
    public int percent() {
        return percent(resemblance);
    }

    /** Whether it is nearly the same, not just similar. */
    public boolean isNear() {
        return resemblance >= NearDuplicates.NEAR;
    }

    /** A resemblance in whole percent, never rounded up. */
    public static int percent(double resemblance) {
        return (int) Math.floor(resemblance * 100 + 1e-9);
    }
}
