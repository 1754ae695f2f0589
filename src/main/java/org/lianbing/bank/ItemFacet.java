package org.lianbing.bank;

/** What items are narrowed by, each value shown with how many items have it. */
public enum ItemFacet {
    STATE("state"),
    TRADE("trade"),
    LEVEL("level"),
    TYPE("type"),
    POINT("point"),
    AUTHOR("author");

    private final String key;

    ItemFacet(String key) {
        this.key = key;
    }

    /** Its name in the index, in the API and in the address of the list. */
    public String key() {
        return key;
    }
}
