package org.lianbing.base;

import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person on whose behalf this thread works. */
@Component
public class CurrentActor {

    /** A security principal that stands for a person; every way of signing in provides one. */
    public interface Principal {
        Actor actor();
    }

    /** The signed-in person, if anybody is. */
    public Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Principal principal
                ? Optional.of(principal.actor())
                : Optional.empty();
    }

    /**
     * The signed-in person.
     *
     * @throws Problem sign-in needed
     */
    public Actor require() {
        return find().orElseThrow(() -> Problem.signIn("base.sign-in-needed"));
    }
}
