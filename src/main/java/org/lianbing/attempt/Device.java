package org.lianbing.attempt;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Problem;

/** The random name by which a client is known again. */
public final class Device {

    private static final int LONGEST = 64;

    private Device() {}

    /**
     * The name as it was sent; empty for a client without one.
     *
     * @throws Problem invalid, where it is longer than 64 characters or holds what the database cannot keep
     */
    public static String named(@Nullable String sent) {
        String name = sent == null ? "" : sent;
        if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("attempt.device", LONGEST);
        }
        return name;
    }
}
