package org.lianbing.paper;

import java.util.List;
import java.util.stream.IntStream;

/** The author's own order and positions: for slots that no candidate ever meets. */
final class PositionTokens extends Tokens {

    @Override
    List<String> next(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    @Override
    List<Integer> order(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
