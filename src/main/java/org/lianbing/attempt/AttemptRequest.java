package org.lianbing.attempt;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;
import org.lianbing.paper.FormId;

/**
 * What is needed to start an attempt. One person has one attempt for one purpose.
 *
 * @param form the frozen form
 * @param person who sits it
 * @param purpose what it is for
 * @param behaviour when feedback comes
 * @param title as the candidate reads it
 * @param subtitle trade and level, or the unit; may be empty
 * @param deadline when it closes by itself; null for never
 * @param grace for what was on its way at the deadline
 * @param shuffled whether each candidate gets an order of their own
 * @param returnUrl where the player's last page leads back to
 * @param extra extra time that is in the deadline
 */
public record AttemptRequest(
        FormId form,
        PersonId person,
        Purpose purpose,
        Behaviour behaviour,
        String title,
        String subtitle,
        @Nullable Instant deadline,
        Duration grace,
        boolean shuffled,
        String returnUrl,
        Extra extra) {

    /** Extra time, and why, as the candidate reads it. */
    public record Extra(Duration time, @Nullable String reason) {

        /** No extra time. */
        public static final Extra NONE = new Extra(Duration.ZERO, null);
    }

    /** A request without extra time. */
    public AttemptRequest(
            FormId form,
            PersonId person,
            Purpose purpose,
            Behaviour behaviour,
            String title,
            String subtitle,
            @Nullable Instant deadline,
            Duration grace,
            boolean shuffled,
            String returnUrl) {
        this(form, person, purpose, behaviour, title, subtitle, deadline, grace, shuffled, returnUrl, Extra.NONE);
    }
}
