package org.lianbing.trade;

/** A trade has levels; a foundation is shared by trades; a theme bank stands by itself. */
public enum TradeKind {
    TRADE,
    FOUNDATION,
    THEME
}
