package org.lianbing.search;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How what is being typed may go on.
 *
 * @param text the whole words
 * @param document the one document whose title this is; null for a word that stands in several
 */
public record Suggestion(String text, @Nullable UUID document) {}
