package org.lianbing.account.guard;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import org.springframework.stereotype.Component;

import org.lianbing.base.PersonId;

/** The browser sessions open on this node, by person, so that they can be ended from outside. */
@Component
public class OpenSessions {

    private static final String ATTRIBUTE = OpenSessions.class.getName();

    private final Map<PersonId, Set<Presence>> presences = new ConcurrentHashMap<>();

    /** Lies in the session and strikes itself off when the session ends. */
    private final class Presence implements HttpSessionBindingListener {

        private final PersonId person;
        private final int generation;
        private final HttpSession session;

        private Presence(PersonId person, int generation, HttpSession session) {
            this.person = person;
            this.generation = generation;
            this.session = session;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            presences
                    .computeIfAbsent(person, key -> ConcurrentHashMap.newKeySet())
                    .add(this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            presences.computeIfPresent(person, (key, open) -> {
                open.remove(this);
                return open.isEmpty() ? null : open;
            });
        }
    }

    /** Notes that a person uses a session. Costs nothing when that is known. */
    public void note(PersonId person, int generation, HttpSession session) {
        if (!(session.getAttribute(ATTRIBUTE) instanceof Presence presence)
                || !presence.person.equals(person)
                || presence.generation != generation) {
            session.setAttribute(ATTRIBUTE, new Presence(person, generation, session));
        }
    }

    /** Ends the person's sessions of all generations but one. */
    public void endOthers(PersonId person, int stillGood) {
        for (Presence presence : Set.copyOf(presences.getOrDefault(person, Set.of()))) {
            if (presence.generation != stillGood) {
                end(presence.session);
            }
        }
    }

    /** How many sessions a person has open on this node. */
    public int count(PersonId person) {
        return presences.getOrDefault(person, Set.of()).size();
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException alreadyEnded) {
            // Somebody was faster; what we wanted has happened.
        }
    }
}
