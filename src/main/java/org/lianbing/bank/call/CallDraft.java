package org.lianbing.bank.call;

import java.time.LocalDate;
import java.util.Set;

import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.trade.PointId;

/**
 * What a call asks for.
 *
 * @param trade for which trade
 * @param theme in a few words, up to 60 characters
 * @param words what is wanted and why, up to 2000 characters
 * @param points on which points; may be empty
 * @param units whom it addresses: the people of these units and of all below them
 * @param opens the first day
 * @param closes the last day
 */
public record CallDraft(
        TradeId trade,
        String theme,
        String words,
        Set<PointId> points,
        Set<UnitId> units,
        LocalDate opens,
        LocalDate closes) {

    private static final int LONGEST_THEME = 60;
    private static final int LONGEST_WORDS = 2000;

    public CallDraft {
        theme = theme.strip();
        words = words.strip();
        points = Set.copyOf(points);
        units = Set.copyOf(units);
        if (theme.isEmpty() || theme.length() > LONGEST_THEME) {
            throw Problem.invalid("call.theme", LONGEST_THEME).with("field", "theme");
        }
        if (words.length() > LONGEST_WORDS) {
            throw Problem.invalid("call.words-long", LONGEST_WORDS).with("field", "words");
        }
        if (units.isEmpty()) {
            throw Problem.invalid("call.units-missing").with("field", "units");
        }
        if (closes.isBefore(opens)) {
            throw Problem.invalid("call.period").with("field", "closes");
        }
    }
}
