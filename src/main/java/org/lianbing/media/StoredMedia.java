package org.lianbing.media;

import java.util.Optional;

/**
 * What is known of a stored file without its content.
 *
 * @param id its content's hash
 * @param contentType such as {@code video/mp4}
 * @param size in bytes
 */
public record StoredMedia(MediaId id, String contentType, int size) {

    /** Its kind, where it is sound or film; empty for a picture. */
    public Optional<ClipType> clip() {
        return ClipType.ofContentType(contentType);
    }

    /** Where signed-in people get it: a clip's address ends like a file of its kind, by which a text tells how to show it. */
    public String address() {
        return "/media/" + id.hash() + clip().map(type -> "." + type.ending()).orElse("");
    }
}
