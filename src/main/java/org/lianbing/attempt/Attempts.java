package org.lianbing.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import org.lianbing.base.PersonId;

/** Attempts, for the modules that know what they are for. Those decide who may start one and who may see it. */
@Service
public class Attempts {

    /**
     * Starts the attempt of a person for a purpose, or finds the one that runs. The same device gets the same epoch;
     * another device takes over, which raises it.
     *
     * @param device a random name the client keeps; empty for a client without one
     */
    public Started start(AttemptRequest request, String device, Instant now) {
        throw new IllegalStateException();
    }

    /** One attempt; a problem if there is none. */
    public AttemptSummary get(AttemptId id) {
        throw new IllegalStateException();
    }

    /** The attempt of a person for a purpose. */
    public Optional<AttemptSummary> find(Purpose purpose, PersonId person) {
        throw new IllegalStateException();
    }

    /** All attempts for a purpose. */
    public List<AttemptSummary> all(Purpose purpose) {
        throw new IllegalStateException();
    }

    /** The last attempts of a person of this kind, newest first. */
    public List<AttemptSummary> latest(PersonId person, String purposeKind, int limit) {
        throw new IllegalStateException();
    }

    /** Slots with fractions and feedback of a scored attempt. The caller has made sure that feedback is due. */
    public List<SlotResult> results(AttemptId id) {
        throw new IllegalStateException();
    }

    /** Which attempt a token opens, and for whom; empty when it is not good any more. */
    public Optional<AttemptSummary> opened(String token) {
        throw new IllegalStateException();
    }
}
