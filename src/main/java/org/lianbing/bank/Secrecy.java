package org.lianbing.bank;

/** Who may meet an item: everybody in practice, only candidates of exams, or only those of one contest. */
public enum Secrecy {
    OPEN,
    RESERVED,
    SEALED
}
