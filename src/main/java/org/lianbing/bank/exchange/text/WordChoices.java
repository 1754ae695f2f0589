package org.lianbing.bank.exchange.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.lianbing.bank.Blank;
import org.lianbing.bank.exchange.format.Question.Remark;

/**
 * Words to pick from for a blank. Other systems give one long list for all blanks of a text; ours shows eight at most,
 * so the words that the key uses stay and of the others the first.
 */
public final class WordChoices {

    /** As many as a choice may have. */
    private static final int MOST = 8;

    private WordChoices() {}

    /**
     * The blank of a word.
     *
     * @param all words in the order of the file, each once
     * @param right which belongs here; one of them
     * @param used those that belong somewhere in the text
     */
    public static Blank.Pick pick(List<String> all, String right, Collection<String> used) {
        List<String> shown = shown(all, right, used);
        return new Blank.Pick(shown, shown.indexOf(right));
    }

    private static List<String> shown(List<String> all, String right, Collection<String> used) {
        if (all.size() <= MOST) {
            return all;
        }
        Set<String> kept = kept(all, used);
        if (kept.size() <= MOST) {
            return all.stream().filter(kept::contains).toList();
        }
        int from = Math.clamp(all.indexOf(right) - MOST / 2, 0, all.size() - MOST);
        return all.subList(from, from + MOST);
    }

    private static Set<String> kept(List<String> all, Collection<String> used) {
        Set<String> kept = new LinkedHashSet<>(used);
        kept.retainAll(all);
        for (String word : all) {
            if (kept.size() < MOST) {
                kept.add(word);
            }
        }
        return kept;
    }

    /** Says which words no blank shows. */
    public static void remark(List<String> all, Collection<String> used, List<Remark> remarks) {
        Set<String> kept = kept(all, used);
        if (all.size() <= MOST || kept.size() > MOST) {
            return;
        }
        List<String> out = new ArrayList<>(all);
        out.removeAll(kept);
        remarks.add(Remark.of("exchange.remark.unused-left-out", String.join(" / ", out)));
    }
}
