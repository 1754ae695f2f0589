package org.lianbing.base;

import java.util.Map;

/**
 * Something a person asked for that cannot be done, with a sentence for them. The code is the key of the sentence in
 * the translations, and the machine-readable name in the API's problem details (RFC 9457).
 */
public final class Problem extends RuntimeException {

    /** The kinds of refusal, each with its HTTP status. */
    public enum Kind {
        INVALID(400),
        SIGN_IN(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        TIMED_OUT(408),
        CONFLICT(409),
        TOO_LARGE(413),
        THROTTLED(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient Object[] arguments;
    private final transient Map<String, Object> properties;

    private Problem(Kind kind, String code, Object[] arguments, Map<String, Object> properties) {
        super(code);
        this.kind = kind;
        this.code = code;
        this.arguments = arguments.clone();
        this.properties = Map.copyOf(properties);
    }

    /** The input is wrong; says how. */
    public static Problem invalid(String code, Object... arguments) {
        return new Problem(Kind.INVALID, code, arguments, Map.of());
    }

    /** Nobody is signed in, or the sign-in was refused. */
    public static Problem signIn(String code, Object... arguments) {
        return new Problem(Kind.SIGN_IN, code, arguments, Map.of());
    }

    /** The person lacks the role. */
    public static Problem forbidden(String code, Object... arguments) {
        return new Problem(Kind.FORBIDDEN, code, arguments, Map.of());
    }

    /** There is no such thing, or the person may not know of it. */
    public static Problem notFound(String code, Object... arguments) {
        return new Problem(Kind.NOT_FOUND, code, arguments, Map.of());
    }

    /** The thing is not in a state in which this can be done. */
    public static Problem conflict(String code, Object... arguments) {
        return new Problem(Kind.CONFLICT, code, arguments, Map.of());
    }

    /** The input came too slowly to be waited for. */
    public static Problem timedOut(String code, Object... arguments) {
        return new Problem(Kind.TIMED_OUT, code, arguments, Map.of());
    }

    /** The input is larger than we take. */
    public static Problem tooLarge(String code, Object... arguments) {
        return new Problem(Kind.TOO_LARGE, code, arguments, Map.of());
    }

    /** Too many tries; come back later. */
    public static Problem throttled(String code, Object... arguments) {
        return new Problem(Kind.THROTTLED, code, arguments, Map.of());
    }

    /** Cannot be answered now; nothing is known to be lost; ask again. */
    public static Problem unavailable(String code, Object... arguments) {
        return new Problem(Kind.UNAVAILABLE, code, arguments, Map.of());
    }

    /** The same problem with one more machine-readable member in the API's answer. */
    public Problem with(String property, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(properties);
        more.put(property, value);
        return new Problem(kind, code, arguments, more);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
