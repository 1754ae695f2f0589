package org.lianbing.paper.print;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.paper.PaperForm;
import org.lianbing.paper.PaperSlot;
import org.lianbing.paper.SlotView;

/**
 * Lays the fields of an answer sheet out on pages whose height is known, so that each page can bear its own code and
 * marks. No word of an item stands there: bubbles, blanks and room alone.
 */
final class SheetLayout {

    /** Heights in millimetres, as the style sheet has them. */
    private static final int FIRST_PAGE = 190;

    private static final int LATER_PAGE = 228;
    private static final int TITLE = 7;
    private static final int ROW = 6;
    private static final int GROUPS_EDGE = 2;
    private static final int ENTRY = 10;
    private static final int LINE = 9;
    private static final int SPACE_EDGE = 11;
    private static final int CALCULATION_LINES = 4;

    private static final int IN_A_GROUP = 5;
    private static final int WIDTH = 172;
    private static final int GROUP_EDGE = 13;
    private static final double BUBBLE = 6.8;
    private static final int HANDS_IN_A_LINE = 9;

    private final Words words;
    private final List<String> pages = new ArrayList<>();
    private Element page = Markup.empty("fields");
    private int left = FIRST_PAGE;

    private SheetLayout(Words words) {
        this.words = words;
    }

    /** The fields of each page as HTML. */
    static List<String> pages(PaperForm form, Words words) {
        SheetLayout layout = new SheetLayout(words);
        form.sections().forEach(layout::section);
        layout.turn();
        return layout.pages;
    }

    private void turn() {
        pages.add(page.html());
        page = Markup.empty("fields");
        left = LATER_PAGE;
    }

    private void room(int height) {
        if (left < height && left < LATER_PAGE) {
            turn();
        }
        left -= height;
    }

    /** What stands first must be on the same page as its heading. */
    private void section(PaperForm.Section section) {
        List<List<PaperSlot>> runs = runs(section.slots());
        room(TITLE + height(runs.getFirst()));
        left += height(runs.getFirst());
        Markup.line(
                page, "block-title", PaperDocument.heading(section, words) + words.get("sheet.worth", worth(section)));
        runs.forEach(this::run);
    }

    private static String worth(PaperForm.Section section) {
        return Words.points(section.maxScore());
    }

    private int height(List<PaperSlot> run) {
        return bubbles(run.getFirst()) > 0 ? groups(run) : height(run.getFirst());
    }

    /** As high as the longest of the groups beside each other. */
    private static int groups(List<PaperSlot> block) {
        return Math.min(IN_A_GROUP, block.size()) * ROW + GROUPS_EDGE;
    }

    /** Slots with bubbles beside each other go together; whatever else stands by itself. */
    private static List<List<PaperSlot>> runs(List<PaperSlot> slots) {
        List<List<PaperSlot>> runs = new ArrayList<>();
        for (PaperSlot slot : slots) {
            boolean goesOn = bubbles(slot) > 0
                    && !runs.isEmpty()
                    && bubbles(runs.getLast().getLast()) > 0;
            if (goesOn) {
                runs.getLast().add(slot);
            } else {
                runs.add(new ArrayList<>(List.of(slot)));
            }
        }
        return runs;
    }

    private void run(List<PaperSlot> run) {
        if (bubbles(run.getFirst()) == 0) {
            one(run.getFirst());
            return;
        }
        int widest = run.stream().mapToInt(SheetLayout::bubbles).max().orElse(1);
        int beside = Math.max(1, (int) (WIDTH / (GROUP_EDGE + BUBBLE * widest)));
        int perBlock = beside * IN_A_GROUP;
        for (int from = 0; from < run.size(); from += perBlock) {
            List<PaperSlot> block = run.subList(from, Math.min(run.size(), from + perBlock));
            room(groups(block));
            Element groups = Markup.div(page, "groups");
            for (int group = 0; group < block.size(); group += IN_A_GROUP) {
                Element column = Markup.div(groups, "group");
                block.subList(group, Math.min(block.size(), group + IN_A_GROUP)).forEach(slot -> row(column, slot));
            }
        }
    }

    private static void row(Element column, PaperSlot slot) {
        Element row = Markup.div(column, "row");
        Markup.span(row, "number", String.valueOf(slot.number()));
        for (int place = 0; place < bubbles(slot); place++) {
            Markup.span(row, "bubble", label(slot, place));
        }
    }

    private static String label(PaperSlot slot, int place) {
        if (slot.type() == ItemType.TRUE_FALSE) {
            return place == 0 ? "√" : "×";
        }
        return Letters.of(place);
    }

    /** How many bubbles a slot has; none where something is written. */
    private static int bubbles(PaperSlot slot) {
        List<SlotView.Option> options = slot.body().options();
        boolean picked = switch (slot.type()) {
            case TRUE_FALSE, SINGLE_CHOICE, MULTIPLE_CHOICE, CALCULATED -> options != null;
            default -> false;
        };
        return picked && options != null ? options.size() : 0;
    }

    private int height(PaperSlot slot) {
        return switch (slot.type()) {
            case SHORT_ANSWER, ESSAY -> SPACE_EDGE + LINE * lines(slot);
            case CALCULATED -> SPACE_EDGE + LINE * CALCULATION_LINES;
            case PRACTICAL -> ENTRY;
            case FILL_IN -> ENTRY * linesOf(size(slot.body().blanks()), 3);
            case MATCHING -> ENTRY * linesOf(size(slot.body().lefts()), HANDS_IN_A_LINE - 2);
            case ORDERING -> ENTRY * linesOf(size(slot.body().options()), HANDS_IN_A_LINE);
            default -> ENTRY;
        };
    }

    private static int size(@Nullable List<?> list) {
        return list == null ? 1 : Math.max(1, list.size());
    }

    private static int linesOf(int fields, int beside) {
        return (fields + beside - 1) / beside;
    }

    /** No longer than a page. */
    private static int lines(PaperSlot slot) {
        BigDecimal points = slot.maxScore();
        return Math.min(ItemBody.lineCount(slot.type(), points), (LATER_PAGE - SPACE_EDGE - TITLE) / LINE);
    }

    private void one(PaperSlot slot) {
        room(height(slot));
        switch (slot.type()) {
            case SHORT_ANSWER, ESSAY -> space(slot, lines(slot));
            case CALCULATED -> space(slot, CALCULATION_LINES);
            case FILL_IN -> fields(slot, size(slot.body().blanks()), 3, "write", true, "");
            case MATCHING -> fields(slot, size(slot.body().lefts()), HANDS_IN_A_LINE - 2, "hand", true, "");
            case ORDERING -> fields(slot, size(slot.body().options()), HANDS_IN_A_LINE, "hand", false, "→");
            case HOTSPOT ->
                fields(
                        slot,
                        slot.body().picture() == null
                                ? 1
                                : slot.body().picture().picks(),
                        HANDS_IN_A_LINE,
                        "hand",
                        false,
                        "");
            case PRACTICAL -> {
                Element entry = Markup.div(page, "entry");
                Markup.span(entry, "number", slot.number() + ".");
                Markup.span(entry, "", words.get("sheet.practical"));
                got(entry, slot);
            }
            default -> fields(slot, 1, 1, "write", false, "");
        }
    }

    private void fields(PaperSlot slot, int count, int beside, String kind, boolean named, String between) {
        for (int from = 0; from < count; from += beside) {
            Element entry = Markup.div(page, "entry");
            Markup.span(entry, "number", from == 0 ? slot.number() + "." : "");
            int start = from;
            IntStream.range(from, Math.min(count, from + beside)).forEach(field -> {
                if (field > start && !between.isEmpty()) {
                    Markup.span(entry, "arrow", between);
                }
                Markup.span(entry, kind, named && count > 1 ? "(" + (field + 1) + ")" : "");
            });
            if (from + beside >= count) {
                got(entry, slot);
            }
        }
    }

    private void space(PaperSlot slot, int lines) {
        Element space = Markup.div(page, "space");
        Element top = Markup.div(space, "top");
        Markup.span(top, "number", slot.number() + ".");
        got(top, slot);
        for (int line = 0; line < lines; line++) {
            Markup.div(space, "line");
        }
    }

    /** Where a marker writes. */
    private void got(Element parent, PaperSlot slot) {
        Markup.span(parent, "got", words.get("sheet.got", Words.points(slot.maxScore())));
    }
}
