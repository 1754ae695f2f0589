package org.lianbing.bank.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.PersonId;

/**
 * On what ground a version came into force.
 *
 * @param version which
 * @param person who published it
 * @param at when
 * @param sample the sample that spoke for it, or null where it was looked at itself
 * @param word why, against an answer that disagreed; else empty
 */
public record PublicationGround(
        ItemVersionId version,
        PersonId person,
        Instant at,
        @Nullable SampleId sample,
        String word) {}
