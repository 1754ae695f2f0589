package org.lianbing.base.rest;

import java.util.function.Supplier;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;

import org.lianbing.base.Problem;

/**
 * An address of the API where more may be sent than {@linkplain BodySizes elsewhere}. Each is a bean of the module that
 * owns the address.
 *
 * @param method the method
 * @param path the whole path
 * @param mostBytes how much may be sent
 * @param kind what is sent
 * @param refusal what to say to more
 */
public record BodyAllowance(HttpMethod method, Pattern path, long mostBytes, Kind kind, Supplier<Problem> refusal) {

    /** What is sent. */
    public enum Kind {
        /** A file by itself: the disk must have room for it. */
        FILE,
        /** Files in a form (multipart), of which the server's own limits are kept as well. */
        FORM,
        /** JSON with a long text or list. */
        JSON;

        boolean isFile() {
            return this != JSON;
        }
    }

    boolean isFor(HttpServletRequest request) {
        return method.matches(request.getMethod())
                && path.matcher(request.getRequestURI()).matches();
    }
}
