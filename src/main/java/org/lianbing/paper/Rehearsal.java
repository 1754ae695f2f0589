package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.Set;

import org.springframework.stereotype.Service;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PartialCredit;
import org.lianbing.base.TradeId;

/**
 * Slots outside any form, laid out as they would be in one, for answers that are tried and never kept. Their tokens are
 * the author's positions, so that whoever tries can name what they mean.
 */
@Service
public class Rehearsal {

    private final Layouts layouts = new Layouts(new PositionTokens());

    /**
     * The slot of a way of answering that is no 案例; of a 计算 as who has the first variant meets it.
     *
     * @param seed decides the variants
     */
    public Slot slot(Interaction interaction, long seed) {
        Layout layout = layouts.of(interaction, seed);
        return new Slot(
                        1,
                        1,
                        ItemId.next(),
                        ItemVersionId.next(),
                        interaction.type(),
                        TradeId.next(),
                        Set.of(),
                        BigDecimal.ONE,
                        PartialCredit.usual(interaction.type()),
                        null,
                        layout.lists(),
                        layout.key())
                .variant(0);
    }
}
