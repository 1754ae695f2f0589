package org.lianbing.media;

import java.util.Optional;

/**
 * A stored file.
 *
 * @param id its content's hash
 * @param contentType such as {@code image/svg+xml}
 * @param bytes the content
 */
public record MediaFile(MediaId id, String contentType, byte[] bytes) {

    /** Its kind, where it is sound or film; empty for a picture. */
    public Optional<ClipType> clip() {
        return ClipType.ofContentType(contentType);
    }

    /** How a file of its type is called: {@code svg}, {@code jpg}, {@code mp3}. */
    public String ending() {
        return clip().map(ClipType::ending)
                .or(() -> PictureType.ofContentType(contentType).map(PictureType::ending))
                .orElse("bin");
    }
}
