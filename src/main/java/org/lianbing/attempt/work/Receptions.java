package org.lianbing.attempt.work;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/** Turns for receiving files: so many in all, of which one person holds no more than two, whatever they sit. */
public final class Receptions {

    /** At a time by one person. */
    public static final int OF_ONE_PERSON = 2;

    private final Semaphore turns;
    private final ConcurrentMap<PersonId, Integer> held = new ConcurrentHashMap<>();

    /**
     * @param atOnce how many are received at a time
     */
    public Receptions(int atOnce) {
        this.turns = new Semaphore(atOnce);
    }

    /** A turn, given back when it is closed. */
    public interface Turn extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Takes a turn.
     *
     * @throws Problem throttled, where the person holds two already; unavailable, where all are taken
     */
    public Turn begin(PersonId person) {
        boolean isOneTooMany = held.merge(person, 1, Integer::sum) > OF_ONE_PERSON;
        if (isOneTooMany) {
            giveBack(person);
            throw Problem.throttled("attempt.work.two", OF_ONE_PERSON);
        }
        if (!turns.tryAcquire()) {
            giveBack(person);
            throw Problem.unavailable("attempt.work.busy");
        }
        return () -> {
            turns.release();
            giveBack(person);
        };
    }

    private void giveBack(PersonId person) {
        held.computeIfPresent(person, (who, count) -> count == 1 ? null : count - 1);
    }
}
