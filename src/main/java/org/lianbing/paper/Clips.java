package org.lianbing.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.media.MediaId;

/** Finds the sound and film that stand in what a candidate gets: exactly that, and nothing of the rest of an item. */
@Component
class Clips {

    private static final Pattern LINK = Pattern.compile("/media/([0-9a-f]{64})\\.[a-z0-9]{2,4}");

    private final JsonMapper json;

    Clips(JsonMapper json) {
        this.json = json;
    }

    Set<MediaId> in(RenderedForm form) {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(form.gzip()))) {
            return in(new String(plain.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<MediaId> in(Collection<SlotFeedback> feedbacks) {
        return in(json.writeValueAsString(feedbacks));
    }

    private static Set<MediaId> in(String text) {
        return LINK.matcher(text)
                .results()
                .map(found -> new MediaId(found.group(1)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
