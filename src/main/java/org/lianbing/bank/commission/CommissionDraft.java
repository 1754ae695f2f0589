package org.lianbing.bank.commission;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.PointId;

/**
 * What is asked for.
 *
 * @param trade for which trade
 * @param level at which level; null for a foundation or a theme bank
 * @param points on which points; empty for the author's choice
 * @param wanted how many of each type, 1 to 500
 * @param authors who is asked, 1 to 20
 * @param due the last day
 * @param note what else the authors should know, up to 1000 characters; may be empty
 * @param secrecy who may meet the items; a sealed item is not commissioned, its contest's setters write it
 */
public record CommissionDraft(
        TradeId trade,
        @Nullable Level level,
        Set<PointId> points,
        Map<ItemType, Integer> wanted,
        Set<PersonId> authors,
        LocalDate due,
        String note,
        Secrecy secrecy) {

    private static final int MOST_ITEMS = 500;
    private static final int MOST_AUTHORS = 20;
    private static final int LONGEST_NOTE = 1000;

    public CommissionDraft {
        points = Set.copyOf(points);
        wanted = new LinkedHashMap<>(wanted);
        authors = Set.copyOf(authors);
        note = note.strip();
        wanted.values().removeIf(count -> count == 0);
        if (wanted.isEmpty() || wanted.values().stream().anyMatch(count -> count < 1 || count > MOST_ITEMS)) {
            throw Problem.invalid("commission.wanted", MOST_ITEMS).with("field", "wanted");
        }
        if (authors.isEmpty() || authors.size() > MOST_AUTHORS) {
            throw Problem.invalid("commission.authors-count", MOST_AUTHORS).with("field", "authors");
        }
        if (note.length() > LONGEST_NOTE) {
            throw Problem.invalid("commission.note-long", LONGEST_NOTE).with("field", "note");
        }
        if (secrecy == Secrecy.SEALED) {
            throw Problem.invalid("commission.sealed").with("field", "secrecy");
        }
    }

    @Override
    public Map<ItemType, Integer> wanted() {
        return new LinkedHashMap<>(wanted);
    }

    /** How many items in all. */
    public int total() {
        return wanted.values().stream().mapToInt(Integer::intValue).sum();
    }
}
