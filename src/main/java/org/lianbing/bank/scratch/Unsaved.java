package org.lianbing.bank.scratch;

import java.time.Instant;

/**
 * Something unsaved in a list of its owner's, without what a list must not show.
 *
 * @param id which
 * @param place what it is to become
 * @param code of the item that it changes; empty for a new one
 * @param excerpt how the stem begins; empty where nothing was written, and for everything sealed
 * @param sealed whether it is of a sealed item or set
 * @param keptAt when it was last kept
 */
public record Unsaved(ScratchId id, ScratchPlace place, String code, String excerpt, boolean sealed, Instant keptAt) {}
