package org.lianbing.bank.scratch;

import java.time.Instant;

/**
 * That something typed was kept.
 *
 * @param id under which
 * @param revision counts how often; who knows an older one writes beside it, never over it
 * @param keptAt when
 */
public record ScratchMark(ScratchId id, int revision, Instant keptAt) {}
