package org.lianbing.bank.review;

/** What became of an item in a packet. */
public enum PacketOutcome {
    PUBLISHED,
    SENT_BACK,
    /** Not in review any more, for another reason. */
    WITHDRAWN,
    /** Dealt to somebody else. */
    MOVED
}
