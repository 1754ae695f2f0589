package org.lianbing.bank.alike;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A search for duplicates through the whole bank.
 *
 * @param begunAt when it began
 * @param endedAt when it came to its end; null while it works
 * @param fraction how far it is, 0 to 1
 */
public record SearchRun(Instant begunAt, @Nullable Instant endedAt, double fraction) {}
