package org.lianbing.attempt;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/** Who asks for what came of an attempt: somebody signed in, or who holds the token of this very attempt. */
@Component
public class Asker {

    private static final String BEARER = "Bearer ";

    private final Attempts attempts;
    private final CurrentActor current;

    Asker(Attempts attempts, CurrentActor current) {
        this.attempts = attempts;
        this.current = current;
    }

    /**
     * The person; whether the attempt is theirs the caller still has to look.
     *
     * @param authorization the header, or null
     * @throws Problem not found, for nobody and for the token of another attempt
     */
    public PersonId of(AttemptId id, @Nullable String authorization) {
        Optional<Actor> actor = current.find();
        if (actor.isPresent()) {
            return actor.get().person();
        }
        return Optional.ofNullable(authorization)
                .filter(text -> text.startsWith(BEARER))
                .flatMap(text -> attempts.opened(text.substring(BEARER.length())))
                .filter(opened -> opened.id().equals(id))
                .map(AttemptSummary::person)
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }
}
