package org.lianbing.paper;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown of a slot once feedback is due: the key and the reasons.
 *
 * @param slot which
 * @param stem HTML
 * @param options as they were delivered, in base order
 * @param key what is right
 * @param explanation HTML
 * @param whys reasons for single options
 */
public record SlotFeedback(int slot, String stem, List<Option> options, Key key, String explanation, List<Why> whys) {

    /** An option under its token; the text is HTML. */
    public record Option(String token, String text) {}

    /** The right tokens (in order, for an ordering), or the right value. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Key(
            @Nullable List<String> tokens,
            @Nullable String value,
            @Nullable String tolerance,
            @Nullable String unit) {}

    /** Why an option is right or wrong; HTML. */
    public record Why(String token, String text) {}
}
