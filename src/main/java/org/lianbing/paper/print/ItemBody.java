package org.lianbing.paper.print;

import java.math.BigDecimal;
import java.util.List;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.paper.PaperSlot;
import org.lianbing.paper.SlotView;

/** What one item looks like on paper, by its type. */
final class ItemBody {

    private static final int FEWEST_LINES = 3;
    private static final int MOST_LINES = 22;
    private static final int MINUTES_OF_AN_HOUR = 60;

    private final Words words;
    private final Fragments fragments;
    private final boolean room;

    /** @param room whether answers are written on the paper itself */
    ItemBody(Words words, boolean room) {
        this.words = words;
        this.fragments = new Fragments(words);
        this.room = room;
    }

    /** Writes stem and body. */
    void write(Element parent, PaperSlot slot, boolean withPoints) {
        Element stem = Markup.div(parent, "stem");
        if (withPoints) {
            Markup.span(stem, "worth", words.get("worth", Words.points(slot.maxScore())));
        }
        if (picksOne(slot)) {
            fragments.withRoom(stem, slot.stem());
        } else {
            fragments.into(stem, slot.stem());
        }
        body(parent, slot);
    }

    private static boolean picksOne(PaperSlot slot) {
        return slot.type() == ItemType.TRUE_FALSE
                || slot.body().options() != null && slot.body().lefts() == null && slot.type() != ItemType.ORDERING;
    }

    private void body(Element parent, PaperSlot slot) {
        SlotView body = slot.body();
        switch (slot.type()) {
            case TRUE_FALSE -> {
                // The sign goes into the brackets behind the statement.
            }
            case SINGLE_CHOICE, MULTIPLE_CHOICE -> options(parent, body.options());
            case ORDERING -> ordering(parent, body.options());
            case MATCHING -> matching(parent, body);
            case FILL_IN -> blanks(parent, body);
            case NUMERIC -> number(parent, body);
            case CALCULATED -> calculated(parent, slot);
            case HOTSPOT -> spots(parent, body);
            case SHORT_ANSWER, ESSAY -> lines(parent, slot);
            case PRACTICAL -> task(parent, body);
            case CASE -> throw new IllegalStateException("a case stands on paper part by part");
        }
    }

    private void options(Element parent, @Nullable List<SlotView.Option> options) {
        if (options == null) {
            return;
        }
        Element list = Markup.div(parent, "options");
        list.addClass("in-" + Measure.columns(options));
        for (int place = 0; place < options.size(); place++) {
            option(list, Letters.of(place), options.get(place));
        }
    }

    private void option(Element list, String name, SlotView.Option option) {
        Element line = Markup.div(list, "option");
        Markup.span(line, "letter", name + ".");
        fragments.into(Markup.div(line, "text"), option.text());
    }

    private void ordering(Element parent, @Nullable List<SlotView.Option> steps) {
        if (steps == null) {
            return;
        }
        options(parent, steps);
        Element order = Markup.line(parent, "answer", words.get("order"));
        for (int place = 0; place < steps.size(); place++) {
            if (place > 0) {
                order.appendText("→");
            }
            Markup.span(order, "blank short", "");
        }
    }

    private void matching(Element parent, SlotView body) {
        List<SlotView.Option> lefts = body.lefts() == null ? List.of() : body.lefts();
        List<SlotView.Option> rights = body.options() == null ? List.of() : body.options();
        Element columns = Markup.div(parent, "pairs");
        Element left = Markup.div(columns, "side");
        for (int place = 0; place < lefts.size(); place++) {
            Element line = Markup.div(left, "option");
            Markup.span(line, "letter", "（" + "\u2003".repeat(2) + "）" + (place + 1) + ".");
            fragments.into(Markup.div(line, "text"), lefts.get(place).text());
        }
        Element right = Markup.div(columns, "side");
        for (int place = 0; place < rights.size(); place++) {
            option(right, Letters.of(place), rights.get(place));
        }
    }

    /** Blanks that are picked from have their words below. */
    private void blanks(Element parent, SlotView body) {
        List<SlotView.Blank> blanks = body.blanks() == null ? List.of() : body.blanks();
        for (int place = 0; place < blanks.size(); place++) {
            List<SlotView.Option> options = blanks.get(place).options();
            if (options != null) {
                Element line = Markup.div(parent, "picks");
                if (blanks.size() > 1) {
                    Markup.span(line, "letter", words.get("blank", String.valueOf(place + 1)));
                }
                for (int option = 0; option < options.size(); option++) {
                    Markup.span(
                            line,
                            "pick",
                            Letters.of(option) + ". " + options.get(option).text());
                }
            }
        }
    }

    private void number(Element parent, SlotView body) {
        Element line = Markup.line(parent, "answer", words.get("answer"));
        Markup.span(line, "blank", "");
        line.appendText(" " + (body.unit() == null ? "" : body.unit()));
        if (body.figures() != null) {
            Markup.span(line, "hint", words.get("figures", body.figures()));
        }
    }

    private void calculated(Element parent, PaperSlot slot) {
        if (slot.body().options() != null) {
            options(parent, slot.body().options());
            return;
        }
        if (room) {
            Markup.div(parent, "working");
        }
        number(parent, slot.body());
    }

    private void spots(Element parent, SlotView body) {
        SlotView.Picture picture = body.picture();
        if (picture == null) {
            return;
        }
        new SpotGrid(picture.width(), picture.height()).draw(parent, picture.html(), List.of());
        Element line = Markup.line(parent, "answer", words.get("squares"));
        for (int pick = 0; pick < picture.picks(); pick++) {
            Markup.span(line, "blank short", "");
            line.appendText(" ");
        }
        Markup.span(line, "hint", words.get("squares.how", picture.picks()));
    }

    private void lines(Element parent, PaperSlot slot) {
        if (!room) {
            return;
        }
        Element lines = Markup.div(parent, "lines");
        for (int line = 0; line < lineCount(slot.type(), slot.maxScore()); line++) {
            Markup.div(lines, "line");
        }
    }

    /** Two lines a point, and for a text with its reasons half as many again. */
    static int lineCount(ItemType type, BigDecimal points) {
        int lines = points.intValue() * (type == ItemType.ESSAY ? 3 : 2);
        return Math.clamp(lines, FEWEST_LINES, MOST_LINES);
    }

    private void task(Element parent, SlotView body) {
        SlotView.Task task = body.task();
        if (task == null) {
            return;
        }
        if (!task.preparation().isEmpty()) {
            Element line = Markup.line(parent, "task", words.get("preparation"));
            Element list = line.appendElement("ol");
            task.preparation().forEach(one -> fragments.into(list.appendElement("li"), one));
        }
        Markup.line(
                parent,
                "task",
                task.minutes() >= MINUTES_OF_AN_HOUR && task.minutes() % MINUTES_OF_AN_HOUR == 0
                        ? words.get("task.hours", task.minutes() / MINUTES_OF_AN_HOUR)
                        : words.get("task.minutes", task.minutes()));
        Element table = parent.appendElement("table").addClass("criteria");
        Element head = table.appendElement("thead").appendElement("tr");
        for (String name : List.of("number", "criterion", "worth", "deductions", "deducted", "scored")) {
            Markup.cell(head, "th", words.get("criteria." + name));
        }
        Element rows = table.appendElement("tbody");
        int number = 0;
        for (SlotView.Criterion criterion : task.criteria()) {
            number++;
            Element row = rows.appendElement("tr");
            Markup.cell(row, "td", String.valueOf(number)).addClass("narrow");
            fragments.into(Markup.cell(row, "td", ""), criterion.text());
            Markup.cell(row, "td", Words.points(criterion.points())).addClass("narrow");
            fragments.into(Markup.cell(row, "td", ""), criterion.deductions());
            Markup.cell(row, "td", "").addClass("fill");
            Markup.cell(row, "td", "").addClass("fill");
        }
    }
}
