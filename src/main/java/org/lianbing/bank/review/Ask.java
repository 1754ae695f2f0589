package org.lianbing.bank.review;

import java.util.List;

/** What a reviewer is asked before they see the key; nothing in it tells what is right. */
public sealed interface Ask {

    /** Right or wrong. */
    record Truth() implements Ask {}

    /** Options. */
    record Pick(List<String> options, boolean several) implements Ask {}

    /** Steps to be put in order; they stand here in another one, the same each time for a version. */
    record Order(List<String> steps) implements Ask {}

    /** A number in this unit. */
    record Number(String unit) implements Ask {}

    /** The blanks of the stem, in their order. */
    record Fill(List<Field> fields) implements Ask {}

    /**
     * A blank.
     *
     * @param choices the words to choose from; empty where something is typed
     */
    record Field(List<String> choices) {}

    /** For each left one right; the rights stand in an order of their own, and some may belong to nothing. */
    record Match(List<String> lefts, List<String> rights) implements Ask {}

    /**
     * Places in a picture.
     *
     * @param picture Markdown
     * @param width of the picture in its own pixels
     * @param height likewise
     * @param picks how many places
     */
    record Point(String picture, int width, int height, int picks) implements Ask {}

    /** A text in one's own words, which no machine compares. */
    record Words() implements Ask {}

    /** The questions of a 案例. */
    record Parts(List<Part> parts) implements Ask {}

    /**
     * A question of a 案例.
     *
     * @param stem Markdown
     * @param ask how it is answered
     */
    record Part(String stem, Ask ask) {}
}
