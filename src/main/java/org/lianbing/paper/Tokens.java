package org.lianbing.paper;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** Random names and orders for options. From a secure source: whoever could guess them could guess the key. */
@Component
class Tokens {

    /** 72 bits, twelve characters of base64url. */
    private static final int BYTES = 9;

    private final SecureRandom random = new SecureRandom();

    /** So many different tokens. */
    List<String> next(int count) {
        return Stream.generate(this::next).distinct().limit(count).toList();
    }

    /** The numbers below {@code count} in an order in which each is equally likely, the author's own included. */
    List<Integer> order(int count) {
        List<Integer> order =
                new java.util.ArrayList<>(IntStream.range(0, count).boxed().toList());
        java.util.Collections.shuffle(order, random);
        return List.copyOf(order);
    }

    private String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
