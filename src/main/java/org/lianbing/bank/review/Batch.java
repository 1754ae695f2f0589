package org.lianbing.bank.review;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.ImportId;
import org.lianbing.base.TradeId;

/**
 * Open practice items of one import that wait for review.
 *
 * @param imported the import
 * @param fileName its file
 * @param trade whose items
 * @param waiting how many wait
 * @param sample the last sample drawn from it, or null
 */
public record Batch(
        ImportId imported,
        String fileName,
        TradeId trade,
        int waiting,
        @Nullable SampleId sample) {}
