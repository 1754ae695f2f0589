package org.lianbing.bank;

import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * An option of a choice.
 *
 * @param text Markdown
 * @param correct whether the key has it
 * @param why why it is right or wrong, for the feedback; or null
 */
public record Option(
        String text,
        boolean correct,
        @JsonSetter(nulls = Nulls.SET) @Nullable String why) {

    List<Passage> passages() {
        return Passage.joined(List.of(new Passage("text", text)), Passage.optional("why", why));
    }

    Option mapped(UnaryOperator<String> change) {
        return new Option(change.apply(text), correct, why == null ? null : change.apply(why));
    }
}
