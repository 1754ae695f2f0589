package org.lianbing.bank;

import java.util.List;
import java.util.function.UnaryOperator;

/** What belongs together in a 连线; Markdown on both sides. */
public record Pair(String left, String right) {

    List<Passage> passages() {
        return List.of(new Passage("left", left), new Passage("right", right));
    }

    Pair mapped(UnaryOperator<String> change) {
        return new Pair(change.apply(left), change.apply(right));
    }
}
