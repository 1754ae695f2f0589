package org.lianbing.base;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What people type against what things are called. Width and case do not matter (ＣＮＣ is cnc), nor how many spaces there
 * are.
 */
public final class Names {

    private Names() {}

    /** A name in the one form in which two spellings of it are equal. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** Whether every word typed stands in one of the names; nothing typed fits everything. */
    public static boolean contain(Collection<String> names, String typed) {
        List<String> known = names.stream().map(Names::folded).toList();
        return List.of(folded(typed).split(" ")).stream()
                .allMatch(word -> known.stream().anyMatch(name -> name.contains(word)));
    }

    /** Whether the text is one of the names, whole. */
    public static boolean include(Collection<String> names, String text) {
        String wanted = folded(text);
        return names.stream().anyMatch(name -> folded(name).equals(wanted));
    }
}
