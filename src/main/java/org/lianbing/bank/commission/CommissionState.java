package org.lianbing.bank.commission;

/** Where a commission stands: asked for, closed with thanks, or taken back. */
public enum CommissionState {
    OPEN,
    CLOSED,
    WITHDRAWN
}
