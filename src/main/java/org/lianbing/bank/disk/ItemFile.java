package org.lianbing.bank.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.base.disk.Flaw;
import org.lianbing.base.disk.YamlFile;
import org.lianbing.base.disk.YamlFlaw;

/**
 * The items of a file as YAML, each by itself where the whole cannot be read, so that one slip of the pen costs one
 * item and not twenty.
 *
 * @param parts the file, or its readable items
 * @param flaws where it is no YAML
 * @param brokenCodes the codes that stand in what could not be read
 * @param nameless whether something could not be read that names no code
 */
public record ItemFile(List<YamlFile> parts, List<Flaw> flaws, List<String> brokenCodes, boolean nameless) {

    private static final Pattern BEGINS = Pattern.compile("(?m)^- ");
    private static final Pattern CODE = Pattern.compile("(?m)^[- ] +code:\\s*['\"]?([a-z0-9-]+)");

    /** Reads a file, item by item where it must. */
    public static ItemFile parse(String name, String text) {
        try {
            return new ItemFile(List.of(YamlFile.parse(name, text)), List.of(), List.of(), false);
        } catch (YamlFlaw whole) {
            return apart(name, text, whole);
        }
    }

    private static ItemFile apart(String name, String text, YamlFlaw whole) {
        List<Integer> starts = new ArrayList<>();
        Matcher begins = BEGINS.matcher(text);
        while (begins.find()) {
            starts.add(begins.start());
        }
        ItemFile result = new ItemFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), starts.isEmpty());
        if (starts.isEmpty()) {
            result.flaws.add(whole.flaw());
        }
        boolean nameless = starts.isEmpty();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            nameless |= !result.take(name, text, starts.get(i), end);
        }
        return new ItemFile(result.parts, result.flaws, result.brokenCodes, nameless);
    }

    /** Reads one item alone, on the lines where it stands; false where it is lost without a name. */
    private boolean take(String name, String text, int start, int end) {
        String chunk = text.substring(start, end);
        String above = "\n".repeat((int) text.substring(0, start).lines().count());
        try {
            parts.add(YamlFile.parse(name, above + chunk));
            return true;
        } catch (YamlFlaw e) {
            flaws.add(e.flaw());
            Matcher code = CODE.matcher(chunk);
            boolean named = code.find();
            if (named) {
                brokenCodes.add(code.group(1));
            }
            return named;
        }
    }
}
