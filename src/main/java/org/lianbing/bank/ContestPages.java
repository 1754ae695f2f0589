package org.lianbing.bank;

/** Where the contest that drew from a sealed set lets its setters work with their items; known above. */
public interface ContestPages {

    /** The address of the page within this site on which they print the papers. */
    String papers(DrawingContest contest);

    /** That on which they correct its keys, once nobody is at work any more. */
    String corrections(DrawingContest contest);
}
