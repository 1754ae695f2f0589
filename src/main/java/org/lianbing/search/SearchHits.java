package org.lianbing.search;

import java.util.List;
import java.util.UUID;

/**
 * What was found.
 *
 * @param total how many documents match
 * @param ids those of the page, best first; for a blank text the newest first
 */
public record SearchHits(long total, List<UUID> ids) {}
