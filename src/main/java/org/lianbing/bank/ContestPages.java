package org.lianbing.bank;

/** Where the contest that drew from a sealed set lets its setters print the papers; known above. */
public interface ContestPages {

    /** The address of the page within this site. */
    String papers(DrawingContest contest);
}
