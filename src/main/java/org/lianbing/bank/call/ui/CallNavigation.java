package org.lianbing.bank.call.ui;

import org.springframework.modulith.NamedInterface;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.call.ProposalId;

/** The ways to the pages of contributions, as addresses within the application. */
@NamedInterface("navigation")
public final class CallNavigation {

    /** What one gave and what became of it. */
    public static final String CONTRIBUTIONS = "contributions";

    /** What waits for an answer. */
    public static final String QUEUE = "contribution-queue";

    /** The calls of one's trades. */
    public static final String CALLS = "calls";

    static final String NEW_PROPOSAL = "proposals/new";
    static final String NEW_CALL = "calls/new";

    private CallNavigation() {}

    static String proposal(ProposalId id) {
        return "proposals/" + id;
    }

    /** The reports of an item in the queue. */
    static String queue(ItemId item) {
        return QUEUE + "/" + item;
    }

    static String queue(ProposalId proposal) {
        return QUEUE + "/" + proposal;
    }
}
