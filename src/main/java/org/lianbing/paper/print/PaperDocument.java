package org.lianbing.paper.print;

import java.util.List;
import java.util.Locale;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.base.MarkdownText;
import org.lianbing.paper.PaperForm;
import org.lianbing.paper.PaperSlot;
import org.lianbing.paper.Slot;

/** The paper (试卷): heading, notes, the sealed edge for the name, and the items by sections. */
@Service
public class PaperDocument {

    private static final int USUAL_NOTES = 4;

    private final PrintedPage page;
    private final MarkdownText markdown;

    PaperDocument(PrintedPage page, MarkdownText markdown) {
        this.page = page;
        this.markdown = markdown;
    }

    /** The paper as a page of HTML. */
    public String write(PaperForm form, PaperFacts facts, Locale language) {
        Words words = page.words(language);
        Element paper = Markup.empty("paper");
        edge(paper, words);
        head(paper, form, facts, words);
        ItemBody items = new ItemBody(words, !facts.onSheet());
        for (PaperForm.Section section : form.sections()) {
            section(paper, section, facts, items, words);
        }
        if (facts.aids().hasFormulas()) {
            Element annex = Markup.div(paper, "annex");
            annex.appendElement("h2").text(words.get("formulas"));
            annex.append(markdown.fragment(facts.aids().formulaSheet(), picture -> ""));
        }
        Markup.line(paper, "end", words.get("end"));
        String name = name(facts, words);
        return page.whole("paper", words, facts.exam() + " " + name, facts.trace(), name, paper.outerHtml());
    }

    static String name(PaperFacts facts, Words words) {
        return facts.form().isEmpty() ? words.get("paper") : words.get("paper.form", facts.form());
    }

    /** 密封线: folded and stapled before marking, so that nobody sees whose paper it is. */
    private static void edge(Element paper, Words words) {
        Element edge = Markup.div(paper, "edge");
        Element fields = Markup.div(edge, "fields");
        for (String field : List.of("unit", "name", "card", "seat")) {
            Markup.span(fields, "field", words.get("edge." + field));
        }
        Markup.line(edge, "fold", words.get("edge.fold"));
    }

    private static void head(Element paper, PaperForm form, PaperFacts facts, Words words) {
        Element head = Markup.div(paper, "head");
        head.appendElement("h1").text(facts.exam());
        head.appendElement("p")
                .addClass("kind")
                .text(facts.trade() + " " + words.get("theory")
                        + (facts.form().isEmpty() ? "" : words.get("of-form", facts.form())));
        Element line = Markup.div(head, "facts");
        Markup.span(line, "fact", words.get("minutes", String.valueOf(facts.minutes())));
        Markup.span(line, "fact", words.get("max", Words.points(form.maxScore())));
        Markup.span(line, "fact", words.get("items", form.slots().size()));
        notes(head, facts, words);
        if (!facts.onSheet()) {
            scores(head, form.sections(), words);
        }
    }

    private static void notes(Element head, PaperFacts facts, Words words) {
        Element notes = Markup.div(head, "notes");
        Markup.line(notes, "title", words.get("notes"));
        Element list = notes.appendElement("ol");
        if (facts.notes().isEmpty()) {
            usual(facts, words).forEach(note -> list.appendElement("li").text(note));
        } else {
            facts.notes().forEach(note -> list.appendElement("li").text(note));
        }
    }

    /** The notes where nobody wrote others. */
    static List<String> usual(PaperFacts facts, Words words) {
        List<String> notes = new java.util.ArrayList<>();
        for (int note = 1; note <= USUAL_NOTES; note++) {
            notes.add(words.get("note." + note + (facts.onSheet() && note == 2 ? ".sheet" : "")));
        }
        notes.add(words.get(facts.aids().calculator() ? "note.calculator" : "note.no-calculator"));
        return notes;
    }

    /** What each section scored, for markers. */
    static void scores(Element head, List<PaperForm.Section> sections, Words words) {
        Element table = head.appendElement("table").addClass("scores");
        Element names = table.appendElement("tr");
        Element scored = table.appendElement("tr");
        Element marker = table.appendElement("tr");
        Markup.cell(names, "th", words.get("scores.section"));
        Markup.cell(scored, "th", words.get("scores.score"));
        Markup.cell(marker, "th", words.get("scores.marker"));
        sections.forEach(section -> {
            Markup.cell(names, "td", Letters.section(section.number(), words.language()));
            Markup.cell(scored, "td", "");
            Markup.cell(marker, "td", "");
        });
        Markup.cell(names, "td", words.get("scores.sum"));
        Markup.cell(scored, "td", "");
        Markup.cell(marker, "td", "");
        Markup.cell(names, "td", words.get("scores.checker"));
        Markup.cell(scored, "td", "").attr("rowspan", "2");
    }

    private static void section(
            Element paper, PaperForm.Section section, PaperFacts facts, ItemBody items, Words words) {
        Element part = paper.appendElement("section");
        boolean even =
                section.slots().stream().map(PaperSlot::maxScore).distinct().count() == 1;
        Element heading = part.appendElement("h2");
        heading.text(heading(section, words));
        Markup.span(heading, "how", how(section, even, facts, words));
        @Nullable Integer group = null;
        Element into = part;
        for (PaperSlot slot : section.slots()) {
            Slot.Part place = slot.part();
            if (place != null && !Integer.valueOf(place.group()).equals(group)) {
                group = place.group();
                into = Markup.div(part, "case");
                Element stem = Markup.div(into, "case-stem");
                Markup.span(
                        stem,
                        "case-name",
                        words.get("case", words.range(slot.number(), slot.number() + place.of() - 1)));
                new Fragments(words).into(stem, slot.caseStem() == null ? "" : slot.caseStem());
            }
            Element item = Markup.div(into, "item");
            Markup.span(item, "number", slot.number() + ".");
            items.write(Markup.div(item, "asked"), slot, !even);
        }
    }

    static String heading(PaperForm.Section section, Words words) {
        return words.get(
                "section",
                Letters.section(section.number(), words.language()),
                words.of("paper.section." + section.type().code()));
    }

    /** Which slots, what each counts, and how one answers. */
    private static String how(PaperForm.Section section, boolean even, PaperFacts facts, Words words) {
        List<PaperSlot> slots = section.slots();
        String range = words.range(slots.getFirst().number(), slots.getLast().number());
        String worth = even
                ? words.get("each", range, Words.points(slots.getFirst().maxScore()), Words.points(section.maxScore()))
                : words.get("sum", range, Words.points(section.maxScore()));
        String how = words.get("how." + section.type().code());
        return words.get("bracketed", worth + how);
    }
}
