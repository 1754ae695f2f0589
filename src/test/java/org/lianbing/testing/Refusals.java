package org.lianbing.testing;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Says that an act is refused, and why. */
public final class Refusals {

    private Refusals() {}

    /** With the problem of this code. */
    public static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(act)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    /** With a problem of this kind. */
    public static void refused(Problem.Kind kind, ThrowingCallable act) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(act)
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind));
    }

    /** As if there were no such thing. */
    public static void unknown(ThrowingCallable act) {
        refused(Problem.Kind.NOT_FOUND, act);
    }
}
