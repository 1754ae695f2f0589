package org.lianbing.base.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;

/**
 * An operation of the API that thousands ask for in the same second or minute, and that is therefore answered before the
 * chains of filters and the search for a handler (decision 0038). It is a method of a controller as well, described there
 * and reached by whatever is not plain; the express door asks that same method, so that both ways check and answer alike.
 */
public sealed interface Express permits ExpressCall, ExpressRead {

    /**
     * Where it is reached: before, one id, after.
     *
     * @param before such as {@code /api/attempts/}
     * @param after such as {@code /responses}
     */
    record Address(HttpMethod method, String before, String after) {

        /** The id in such a path; null for any other. */
        public @Nullable String idIn(String asked, String path) {
            int end = path.length() - after.length();
            boolean its = end > before.length()
                    && method.name().equals(asked)
                    && path.startsWith(before)
                    && path.endsWith(after)
                    && path.indexOf('/', before.length()) == end;
            return its ? path.substring(before.length(), end) : null;
        }
    }

    Address address();

    /** The controller whose method is asked; refusals are told as for all its operations. */
    Object controller();

    /** Whether the caller is of the kind that this is for; anybody else is refused on the long way. */
    boolean isFor(String id, Authentication caller);
}
