package org.lianbing.bank.exchange.format;

/** How much of an item a format leaves behind, for programs other than this one. */
public enum Loss {
    /** It is carried whole. */
    NOTHING,
    /** It is asked and scored the same, but something of it is missing. */
    PART,
    /** It cannot be asked there; it stands in the file as a text or as a name. */
    ALL
}
