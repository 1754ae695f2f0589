package org.lianbing.bank.check;

import java.util.Map;
import java.util.regex.Pattern;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.Passage;
import org.lianbing.base.MarkdownPictures;
import org.lianbing.base.disk.Flaws;

/** What is read on a phone between two shifts is short, and has no word that is wider than the screen. */
final class Lengths implements BankRule {

    private static final int STEM = 200;
    private static final int EXPLANATION = 320;
    private static final int OTHER = 90;
    /** A story or a task may be longer than a question. */
    private static final int STORY = 480;

    private static final Map<String, Integer> MOST =
            Map.of("stem", STEM, "explanation", EXPLANATION, "why", EXPLANATION, "sample", STORY, "hints", STORY);

    private static final Pattern FORMULA = Pattern.compile("\\$[^$]*\\$");
    private static final Pattern UNBROKEN = Pattern.compile("[A-Za-z0-9_./]{29,}");

    @Override
    public void check(BankOnDisk bank, Flaws flaws) {
        for (SetOnDisk set : bank.sets()) {
            for (ItemOnDisk item : set.items()) {
                item.content().passages().forEach(passage -> check(item, passage, flaws));
            }
        }
    }

    private static void check(ItemOnDisk item, Passage passage, Flaws flaws) {
        String name = passage.path().substring(passage.path().lastIndexOf('/') + 1);
        String text = FORMULA.matcher(
                        MarkdownPictures.ANY.matcher(passage.text()).replaceAll(""))
                .replaceAll("F");
        boolean story = item.type() == ItemType.CASE
                || item.type() == ItemType.PRACTICAL
                || item.type() == ItemType.SHORT_ANSWER
                || item.type() == ItemType.ESSAY;
        int most = passage.path().equals("stem") && story ? STORY : MOST.getOrDefault(name, story ? STORY : OTHER);
        if (text.length() > most) {
            flaws.add(item.file(), item.line(), "bank.check.long", item.code(), passage.path(), most, text.length());
        }
        if (UNBROKEN.matcher(text).find()) {
            flaws.add(item.file(), item.line(), "bank.check.unbroken", item.code(), passage.path());
        }
    }
}
