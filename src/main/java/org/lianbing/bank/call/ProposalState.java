package org.lianbing.bank.call;

/** Where a proposal stands: being written, waiting for an answer, taken into the bank, or declined. */
public enum ProposalState {
    DRAFT,
    SENT,
    TAKEN,
    DECLINED
}
