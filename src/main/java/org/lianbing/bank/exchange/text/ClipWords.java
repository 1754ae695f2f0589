package org.lianbing.bank.exchange.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Passage;
import org.lianbing.bank.exchange.format.ExportedItem;
import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.base.MarkdownPictures;
import org.lianbing.media.ClipType;
import org.lianbing.media.StoredMedia;

/** Sound and film on their way into a format that carries none: what they are called stands in their place. */
public final class ClipWords {

    private final ExportedItems items;

    public ClipWords(ExportedItems items) {
        this.items = items;
    }

    /** What each piece of sound or film in an item is called; none where there is none. */
    public List<String> in(ItemContent content) {
        return content.passages().stream()
                .map(Passage::text)
                .flatMap(
                        text -> MarkdownPictures.STORED_AND_TITLED.matcher(text).results())
                .flatMap(found -> clip(found).stream().map(type -> words(type, found.group(1))))
                .distinct()
                .toList();
    }

    /** The item with words in place of sound and film. */
    public ExportedItem without(ExportedItem item) {
        if (in(item.content()).isEmpty()) {
            return item;
        }
        return new ExportedItem(
                item.code(),
                item.content().mapped(this::words),
                item.trade(),
                item.tradeName(),
                item.levels(),
                item.points(),
                item.origin());
    }

    /** The words of one piece, such as 〔音频：电机异响〕. */
    public static String words(ClipType type, String description) {
        String kind = type.isVideo() ? "视频" : "音频";
        return description.isBlank() ? "〔" + kind + "〕" : "〔" + kind + "：" + description.strip() + "〕";
    }

    private String words(String markdown) {
        return MarkdownPictures.STORED_AND_TITLED
                .matcher(markdown)
                .replaceAll(found -> Matcher.quoteReplacement(
                        clip(found).map(type -> words(type, found.group(1))).orElse(found.group())));
    }

    private Optional<ClipType> clip(MatchResult found) {
        return items.about(found.group(2)).flatMap(StoredMedia::clip);
    }
}
