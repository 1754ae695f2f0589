package org.lianbing.media;

import java.util.regex.Pattern;

import org.lianbing.base.Problem;

/**
 * Names a file by its content.
 *
 * @param hash SHA-256 of the bytes, 64 hexadecimal digits in lower case
 */
public record MediaId(String hash) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public MediaId {
        if (!SHAPE.matcher(hash).matches()) {
            throw Problem.notFound("base.not-found");
        }
    }
}
