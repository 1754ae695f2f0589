package org.lianbing.paper.print;

import java.util.List;

import org.jsoup.nodes.Element;

import org.lianbing.paper.SlotView;

/** How many options stand beside each other, by how wide the longest is. */
final class Measure {

    /** Widths in halves of a Chinese character, with the letter and the space between columns taken off. */
    private static final int QUARTER = 12;

    private static final int HALF = 30;
    private static final int WIDE_FROM = 0x2000;

    private Measure() {}

    /** 4, 2 or 1. */
    static int columns(List<SlotView.Option> options) {
        int widest = 0;
        boolean pictures = false;
        for (SlotView.Option option : options) {
            Element text = Markup.fragment(option.text());
            pictures |= !text.select("img").isEmpty();
            boolean long_ = !text.select("table, ul, ol, pre, p").isEmpty();
            widest = Math.max(widest, long_ ? Integer.MAX_VALUE : width(text.text()));
        }
        if (pictures) {
            return widest <= HALF ? 2 : 1;
        }
        return widest <= QUARTER ? options.size() == 3 ? 3 : 4 : widest <= HALF ? 2 : 1;
    }

    static int width(String text) {
        return text.codePoints().map(point -> point >= WIDE_FROM ? 2 : 1).sum();
    }
}
