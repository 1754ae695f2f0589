package org.lianbing.bank.exchange.format;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.lianbing.media.MediaFile;
import org.lianbing.media.StoredMedia;

/** Items on their way out: those that the actor may take away, nothing that a contest holds. */
public interface ExportedItems {

    /** What the export is called, such as the trade's name; a title for papers. */
    String title();

    /** The language of words that the file says of itself. */
    Locale language();

    /** Which choices the person made for this file, such as {@code keys=false} for a paper without keys. */
    default Optional<String> choice(String name) {
        return Optional.empty();
    }

    /** Hands over each item in turn, in the order of their codes; can be called again, as for a second pass. */
    void each(Consumer<ExportedItem> taker);

    /**
     * A picture, sound or film that a text names as {@code media:} and an id.
     *
     * @param id the 64 digits
     */
    Optional<MediaFile> media(String id);

    /** What the file of that id is, without its content. */
    default Optional<StoredMedia> about(String id) {
        return media(id).map(file -> new StoredMedia(file.id(), file.contentType(), file.bytes().length));
    }
}
