package org.lianbing.paper.print;

import java.util.List;

import org.lianbing.paper.Aids;

/**
 * What stands on printed paper besides the items.
 *
 * @param exam its title
 * @param trade trade and level, for people
 * @param form which form, by its letters; empty where there is only one
 * @param minutes the time allowed
 * @param notes for candidates (注意事项), a sentence each; empty for the usual ones
 * @param onSheet whether answers go onto a sheet of their own; else the paper has room for them
 * @param aids what candidates may use
 * @param trace who printed it when, as it stands at the foot of each page
 */
public record PaperFacts(
        String exam,
        String trade,
        String form,
        long minutes,
        List<String> notes,
        boolean onSheet,
        Aids aids,
        String trace) {

    public PaperFacts {
        notes = notes.stream()
                .map(String::strip)
                .filter(note -> !note.isEmpty())
                .toList();
    }
}
