package org.lianbing.bank.exchange.text;

import java.util.Optional;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.PartialCredit;

/**
 * What is lost of our rules of partial credit where only shares are known, as in Moodle and GIFT: each right part counts
 * its own. Options have weights there, so that a wrong pick can take off a share or all; blanks and pairs have none, and
 * nothing says that only the whole counts.
 */
public final class SharesAlone {

    private SharesAlone() {}

    /** The sentence on it, as a key of the translations; empty where nothing is lost. */
    public static Optional<String> lost(ItemContent content) {
        PartialCredit rule = content.credit() == null
                ? PartialCredit.usual(content.interaction().type())
                : content.credit();
        return switch (content.interaction()) {
            case Interaction.MultipleChoice choice -> lost(rule, false);
            case Interaction.FillIn fill when fill.blanks().size() > 1 -> lost(rule, true);
            case Interaction.Matching matching -> lost(rule, true);
            default -> Optional.empty();
        };
    }

    private static Optional<String> lost(PartialCredit rule, boolean unweighed) {
        return switch (rule) {
            case ALL_OR_NOTHING -> Optional.of("exchange.lost.whole-alone");
            case NET_RIGHT -> unweighed ? Optional.of("exchange.lost.takes-off") : Optional.empty();
            case RIGHT_PARTS -> Optional.empty();
        };
    }
}
