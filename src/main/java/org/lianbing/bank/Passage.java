package org.lianbing.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A text of an item with the place where it stands.
 *
 * @param path such as {@code options/1/text}, as {@link ItemRules} names fields
 * @param text mostly Markdown
 */
public record Passage(String path, String text) {

    static <T> List<Passage> of(String path, List<T> parts, Function<T, List<Passage>> passages) {
        List<Passage> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String place = path + "/" + i + "/";
            passages.apply(parts.get(i)).forEach(passage -> all.add(new Passage(place + passage.path, passage.text)));
        }
        return List.copyOf(all);
    }

    static List<Passage> texts(String path, List<String> texts) {
        List<Passage> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            all.add(new Passage(path + "/" + i, texts.get(i)));
        }
        return List.copyOf(all);
    }

    static List<Passage> joined(List<Passage> one, List<Passage> other) {
        List<Passage> all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    /** A passage that may be missing. */
    static List<Passage> optional(String path, @Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(new Passage(path, text));
    }
}
