package org.lianbing.bank;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * A wrong result of a 计算 that people come to.
 *
 * @param formula over the variables
 * @param why the mistake behind it, for the feedback; or null
 */
public record Distractor(
        String formula,
        @JsonSetter(nulls = Nulls.SET) @Nullable String why) {

    List<Passage> passages() {
        return Passage.joined(List.of(new Passage("formula", formula)), Passage.optional("why", why));
    }
}
