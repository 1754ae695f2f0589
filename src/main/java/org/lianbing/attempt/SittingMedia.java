package org.lianbing.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.attempt.store.AttemptRows;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.media.Media;
import org.lianbing.media.MediaId;
import org.lianbing.media.StoredMedia;
import org.lianbing.paper.Forms;

/**
 * Sound and film of a form, for whoever sits it. They are too large to travel inside it, so each is fetched by a link
 * with a pass: while the attempt runs, what stands in the form and in feedback that was given; after it ended, once the
 * answers may be shown, what stands in the form and its explanations. Nothing before the start.
 */
@Service
public class SittingMedia {

    /** A pass is the same for an hour, so that a player that opens again asks its cache. */
    private static final Duration LIFE = Duration.ofHours(24);

    private final AttemptTokens tokens;
    private final AttemptRows rows;
    private final Forms forms;
    private final Media media;
    private final Clock clock;

    SittingMedia(AttemptTokens tokens, AttemptRows rows, Forms forms, Media media, Clock clock) {
        this.tokens = tokens;
        this.rows = rows;
        this.forms = forms;
        this.media = media;
        this.clock = clock;
    }

    /** The pass to what the attempt may play; null where there is nothing to play, or not yet. */
    public @Nullable String pass(Candidate candidate, Attempt attempt) {
        if (!begun(attempt)) {
            return null;
        }
        Instant expiresAt = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(LIFE);
        return tokens.pass(candidate, expiresAt);
    }

    /** The same for the person whose attempt it is, who reads its result without the attempt's token. */
    public Optional<String> passOf(AttemptId id, PersonId person) {
        return rows.find(id)
                .filter(attempt -> attempt.person().equals(person))
                .map(attempt -> pass(new Candidate(id, person, attempt.epoch()), attempt));
    }

    /**
     * What a link names.
     *
     * @throws Problem not found, where the pass is not of this attempt, or it may not play that file, or not now
     */
    public StoredMedia find(String attemptId, String pass, MediaId id) {
        return tokens.openPass(pass)
                .filter(candidate -> candidate.attempt().toString().equals(attemptId))
                .flatMap(candidate -> rows.find(candidate.attempt()))
                .filter(attempt -> mayPlay(attempt, id))
                .flatMap(attempt -> media.about(id))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    private boolean mayPlay(Attempt attempt, MediaId id) {
        boolean running = attempt.state() == AttemptState.STARTED
                && attempt.window().phaseAt(clock.instant()) != AttemptWindow.Phase.OVER;
        if (!begun(attempt) || !(running || forms.isReleased(attempt.form()))) {
            return false;
        }
        return forms.clips(attempt.form()).contains(id) || explained(attempt, id);
    }

    private boolean explained(Attempt attempt, MediaId id) {
        Set<Integer> slots = attempt.ended()
                ? IntStream.rangeClosed(1, attempt.slots()).boxed().collect(Collectors.toSet())
                : attempt.checkedSlots();
        Map<Integer, Integer> variants = attempt.arrangement().variants();
        return forms.clipsOfFeedback(attempt.form(), slots, variants).contains(id);
    }

    private static boolean begun(Attempt attempt) {
        return attempt.voidReason() == null && (attempt.state() == AttemptState.STARTED || attempt.ended());
    }
}
