package org.lianbing.testing;

import java.util.Set;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;

/** Sound drafts of items for tests: of a trade at 高级工, without points, of middling difficulty. */
public final class TestDrafts {

    private static final Level LEVEL = Level.SENIOR;

    private TestDrafts() {}

    /** A statement that is right. */
    public static ItemDraft statement(TradeId trade, String stem, Secrecy secrecy) {
        return item(trade, stem, new Interaction.TrueFalse(true), secrecy);
    }

    /** An item of whatever type. */
    public static ItemDraft item(TradeId trade, String stem, Interaction interaction, Secrecy secrecy) {
        return new ItemDraft(
                null,
                trade,
                Set.of(LEVEL),
                Set.of(),
                new ItemContent(stem, interaction, "", 2),
                secrecy,
                Origin.of("自编"));
    }
}
