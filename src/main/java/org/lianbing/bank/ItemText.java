package org.lianbing.bank;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

import org.lianbing.base.MarkdownPictures;
import org.lianbing.base.MarkdownText;
import org.lianbing.media.Media;
import org.lianbing.media.MediaFile;
import org.lianbing.media.MediaId;
import org.lianbing.media.StoredMedia;

/**
 * Markdown of items to HTML that is safe to show. Pictures become data URIs, so that a form is whole by itself; sound and
 * film are too large for that and stay addresses.
 */
@Component
public class ItemText {

    private final MarkdownText markdown;
    private final Media media;

    ItemText(MarkdownText markdown, Media media) {
        this.markdown = markdown;
        this.media = media;
    }

    /** The same, that renders each text once: for one making, since what a text names may be stored later. */
    public ItemText remembering() {
        return new Remembering(markdown, media);
    }

    /** A stem or an explanation: paragraphs, lists, tables, pictures. */
    public String html(String text) {
        return markdown.fragment(text, this::address);
    }

    /** An option: the same without the paragraph around it. */
    public String inlineHtml(String text) {
        return markdown.inlineFragment(text, this::address);
    }

    /** Plain words for lists and search. */
    public String plain(String text) {
        return markdown.plain(text);
    }

    /** The stored picture that an image in Markdown names, as {@code media:} and its hash. */
    static Optional<MediaId> picture(String destination) {
        Matcher matcher = MarkdownPictures.ADDRESS.matcher(destination);
        return matcher.matches() ? Optional.of(new MediaId(matcher.group(1))) : Optional.empty();
    }

    private String address(String destination) {
        return picture(destination).flatMap(media::about).map(this::address).orElse("");
    }

    private String address(StoredMedia stored) {
        return stored.clip().isPresent()
                ? stored.address()
                : media.find(stored.id()).map(ItemText::dataUri).orElse("");
    }

    private static String dataUri(MediaFile file) {
        return "data:" + file.contentType() + ";base64," + Base64.getEncoder().encodeToString(file.bytes());
    }

    /** Keeps what it rendered, as long as it has room: pictures stand in it. */
    private static final class Remembering extends ItemText {

        private static final long MOST_CHARACTERS = 16L * 1024 * 1024;

        private final Cache<String, String> blocks = room();
        private final Cache<String, String> lines = room();

        Remembering(MarkdownText markdown, Media media) {
            super(markdown, media);
        }

        private static Cache<String, String> room() {
            return Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS / 2)
                    .weigher((String text, String html) -> text.length() + html.length())
                    .build();
        }

        @Override
        public String html(String text) {
            return blocks.get(text, super::html);
        }

        @Override
        public String inlineHtml(String text) {
            return lines.get(text, super::inlineHtml);
        }
    }
}
