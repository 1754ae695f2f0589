package org.lianbing.paper.print;

import java.util.Locale;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.paper.PaperForm;
import org.lianbing.paper.PaperSlot;
import org.lianbing.paper.SlotFeedback;

/** The sheet of keys (标准答案与评分要点), marked on every page with who printed it when. */
@Service
public class KeyDocument {

    private static final int MARKS_DOWN = 7;
    private static final int MARKS_ACROSS = 2;
    private static final int STEP_DOWN = 15;
    private static final int STEP_ACROSS = 52;

    private final PrintedPage page;

    KeyDocument(PrintedPage page) {
        this.page = page;
    }

    /**
     * The keys as a page of HTML.
     *
     * @param keys by slot; those that are missing are under the embargo of another exam
     * @param watermark who prints it, and when
     */
    public String write(
            PaperForm form, Map<Integer, SlotFeedback> keys, PaperFacts facts, String watermark, Locale language) {
        Words words = page.words(language);
        Element all = Markup.empty("all");
        Element sheet = Markup.div(all, "sheet");
        Markup.line(sheet, "secret", words.get("secret"));
        Element head = Markup.div(sheet, "head");
        head.appendElement("h1").text(facts.exam());
        head.appendElement("p")
                .addClass("kind")
                .text(words.get("keys") + (facts.form().isEmpty() ? "" : words.get("of-form", facts.form())));
        KeyText text = new KeyText(words);
        form.sections().forEach(section -> section(sheet, section, keys, text, words));
        marks(all, watermark);
        return page.whole(
                "keys",
                words,
                facts.exam() + " " + words.get("keys") + " " + facts.form(),
                facts.trace(),
                PaperDocument.name(facts, words),
                all.outerHtml());
    }

    private static void marks(Element all, String watermark) {
        Element marks = Markup.div(all, "watermark");
        for (int down = 0; down < MARKS_DOWN; down++) {
            for (int across = 0; across < MARKS_ACROSS; across++) {
                Markup.span(marks, "", watermark)
                        .attr(
                                "style",
                                "top:%d%%;left:%d%%"
                                        .formatted(
                                                6 + down * STEP_DOWN, across * STEP_ACROSS + (down % 2 == 0 ? 0 : 8)));
            }
        }
    }

    private static void section(
            Element sheet, PaperForm.Section section, Map<Integer, SlotFeedback> keys, KeyText text, Words words) {
        Element heading = sheet.appendElement("h2");
        heading.text(PaperDocument.heading(section, words));
        Markup.span(
                heading,
                "how",
                words.get(
                        "bracketed",
                        words.get(
                                "sum",
                                words.range(
                                        section.slots().getFirst().number(),
                                        section.slots().getLast().number()),
                                Words.points(section.maxScore()))));
        Element grid = Markup.empty("given");
        Element list = Markup.empty("key-list");
        for (PaperSlot slot : section.slots()) {
            SlotFeedback key = keys.get(slot.number());
            if (KeyText.isShort(slot) && key != null && key.corrected() == null) {
                Element cell = grid.appendElement("div");
                Markup.span(cell, "number", String.valueOf(slot.number()));
                Markup.span(cell, "key", text.line(slot, key.key()));
            } else {
                entry(list, slot, key, text, words);
            }
        }
        if (grid.childrenSize() > 0) {
            sheet.appendChild(grid);
        }
        if (list.childrenSize() > 0) {
            sheet.appendChild(list);
        }
    }

    private static void entry(
            Element list, PaperSlot slot, @Nullable SlotFeedback feedback, KeyText text, Words words) {
        Element item = Markup.div(list, "item");
        Markup.span(item, "number", slot.number() + ".");
        Element key = Markup.div(item, "asked");
        if (feedback == null) {
            Markup.span(key, "hint", words.get("kept-back"));
            return;
        }
        Element line = Markup.line(key, "key", text.line(slot, feedback.key()));
        Markup.span(line, "hint", words.get("worth", Words.points(slot.maxScore())));
        SlotFeedback.Corrected corrected = feedback.corrected();
        if (corrected != null) {
            for (SlotFeedback.Key also : corrected.also()) {
                line.appendText(words.get("or") + text.line(slot, also));
            }
            Markup.span(line, "mended", words.get("mended." + corrected.kind()));
        }
        text.more(key, slot, feedback.key());
    }
}
