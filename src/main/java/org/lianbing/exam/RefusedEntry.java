package org.lianbing.exam;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;

/**
 * Somebody on the roster who was not let in, by one cause and from one address.
 *
 * @param person who
 * @param reason what they did not keep to
 * @param address from where they came
 * @param firstAt when at first
 * @param lastAt when the last time, to half a minute
 * @param times how often, to half a minute
 * @param letInAt when they were let in all the same; null where they were not
 */
public record RefusedEntry(
        PersonId person,
        AccessRules.Reason reason,
        String address,
        Instant firstAt,
        Instant lastAt,
        int times,
        @Nullable Instant letInAt) {}
