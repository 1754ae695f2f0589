package org.lianbing.attempt.rest;

/** What a response's value looks like, in the words of the API's description. */
final class ResponseShapes {

    /** By the type of the slot. */
    static final String BY_TYPE = """
            Decides about the shape of a response's value; null always clears.
            true-false, single-choice: a token. multiple-choice: a list of tokens. ordering: all tokens in order.
            numeric: the number as text. calculated: a token where the variant has options, else the number as text.
            fill-in: a list with a text, a token or null for each blank. matching: an object, right token by left token.
            hotspot: a list of [x, y] in pixels of the picture, at most as many as picks.
            short-answer, essay: a text of at most 5000 characters, or {"text", "files": [hashes of files that were sent
            before, at most as many as the slot's uploads]}; once assessed it reads {"text", "files", "said": [tokens]}.
            practical: {"deductions": {token: points taken off, as text}, "seconds": how long it took}.
            """;

    private ResponseShapes() {}
}
