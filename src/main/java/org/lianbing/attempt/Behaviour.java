package org.lianbing.attempt;

/** When feedback comes: at once (practice) or after release (exam). Fixed on the attempt. */
public enum Behaviour {
    IMMEDIATE,
    DEFERRED
}
