package org.lianbing.trade.editing;

import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;

/** Who may write the outlines of a trade: its trainers and reviewers, and administrators. */
final class OutlineReach {

    private OutlineReach() {}

    static boolean mayWrite(Actor actor, TradeId trade) {
        return actor.has(Role.ADMIN) || actor.hasFor(Role.TRAINER, trade) || actor.hasFor(Role.REVIEWER, trade);
    }

    static void requireWrite(Actor actor, TradeId trade) {
        if (!mayWrite(actor, trade)) {
            throw Problem.forbidden("trade.outline.forbidden");
        }
    }
}
