package org.lianbing.paper;

import java.util.List;

/**
 * What freezing makes of a way of answering.
 *
 * @param lists the tokens in base order, as {@link Slot#lists} has them
 * @param authored for each of them the author's position
 * @param key what is right, in tokens
 */
record Layout(List<List<String>> lists, List<List<Integer>> authored, SlotKey key) {

    static Layout of(Shuffled one, SlotKey key) {
        return new Layout(List.of(one.tokens()), List.of(one.authored()), key);
    }

    static Layout of(SlotKey key) {
        return new Layout(List.of(), List.of(), key);
    }

    /** One list: new names in an order of their own. */
    record Shuffled(List<String> tokens, List<Integer> authored) {

        /** The token of what stands at the author's position. */
        String at(int position) {
            return tokens.get(authored.indexOf(position));
        }
    }
}
