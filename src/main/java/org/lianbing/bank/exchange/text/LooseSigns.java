package org.lianbing.bank.exchange.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Less-than signs in HTML that begin no tag, such as {@code U<R} or {@code List<String>}: their author forgot to escape
 * them. Who reads the HTML would take them with all behind them for a tag and show nothing of it.
 */
public final class LooseSigns {

    private static final Pattern OPEN = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9:_-]*+)([^<>]*+>)?|<(?![A-Za-z/!?])");
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9:_-]*+)[^<>]*+>");
    /** What stands behind the name of a tag, and in no sentence. */
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s++[A-Za-z][A-Za-z0-9:_-]*+\\s*+=");

    /** Elements that need no end. */
    private static final Set<String> ALONE = Set.of(
            "area", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
            "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr");

    private final Set<String> pairs;

    /** @param whole what the pieces are cut from, where a tag of one may end in another */
    public LooseSigns(String whole) {
        this.pairs = whole.indexOf('<') < 0 ? Set.of() : pairs(whole);
    }

    /** The HTML with such signs written as what they are. */
    public static String escaped(String html) {
        return html.indexOf('<') < 0 ? html : new LooseSigns(html).in(html);
    }

    /** The same of a piece. */
    public String in(String piece) {
        return OPEN.matcher(piece)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isTag(!found.group().startsWith("</"), found.group(2), found.group(3))
                                ? found.group()
                                : "&lt;" + found.group().substring(1)));
    }

    /** The names that are begun as well as ended. */
    private static Set<String> pairs(String html) {
        Set<String> begun = new HashSet<>();
        Set<String> ended = new HashSet<>();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            (tag.group(1).isEmpty() ? begun : ended).add(name(tag.group(2)));
        }
        begun.retainAll(ended);
        return begun;
    }

    private boolean isTag(boolean begins, @Nullable String name, @Nullable String rest) {
        if (name == null || rest == null) {
            return false;
        }
        if (pairs.contains(name(name)) || rest.endsWith("/>")) {
            return true;
        }
        if (begins && ATTRIBUTE.matcher(rest).lookingAt()) {
            return Tag.isKnownTag(name(name));
        }
        // Of "a<p and q>b" the middle is no paragraph.
        boolean sentence = name.length() == 1 && rest.length() > 1;
        return !sentence && (begins ? ALONE.contains(name(name)) : Tag.isKnownTag(name(name)));
    }

    private static String name(String written) {
        return written.toLowerCase(Locale.ROOT);
    }
}
