package org.lianbing.paper.print;

import java.util.List;
import java.util.Locale;

import org.jsoup.nodes.Element;
import org.springframework.stereotype.Service;

import org.lianbing.base.QrSvg;
import org.lianbing.paper.PaperForm;

/** Numbered answer sheets (答题卡), one a candidate: each page with marks in its corners and a code of its own. */
@Service
public class SheetDocument {

    private static final int RULES = 3;

    private final PrintedPage page;

    SheetDocument(PrintedPage page) {
        this.page = page;
    }

    /** The fields of a form page by page, made once for all who have it. */
    public record Fields(PaperFacts facts, List<String> pages) {
        public Fields {
            pages = List.copyOf(pages);
        }
    }

    /** Whose sheet, with the fields of their form. */
    public record Leaves(Fields fields, AnswerSheet sheet) {}

    /** The fields of a form. */
    public Fields fields(PaperForm form, PaperFacts facts, Locale language) {
        return new Fields(facts, SheetLayout.pages(form, page.words(language)));
    }

    /** The sheets one behind the other as a page of HTML. */
    public String write(List<Leaves> all, String exam, String trace, Locale language) {
        Words words = page.words(language);
        StringBuilder body = new StringBuilder();
        for (Leaves leaves : all) {
            List<String> pages = leaves.fields().pages();
            for (int number = 1; number <= pages.size(); number++) {
                body.append(leaf(leaves.fields().facts(), leaves.sheet(), number, pages, words));
            }
        }
        return page.whole("sheets", words, exam + " " + words.get("sheet"), trace, "", body.toString());
    }

    private static String leaf(PaperFacts facts, AnswerSheet sheet, int number, List<String> pages, Words words) {
        Element leaf = Markup.empty("leaf");
        if (number == 1) {
            leaf.addClass("first");
        }
        for (String corner : List.of("tl", "tr", "bl", "br")) {
            Markup.div(leaf, "mark").addClass(corner);
        }
        Element header = leaf.appendElement("header");
        Element titles = Markup.div(header, "titles");
        titles.appendElement("h1").text(facts.exam());
        titles.appendElement("p")
                .addClass("kind")
                .text(words.get("sheet") + (facts.form().isEmpty() ? "" : words.get("of-form", facts.form())));
        String leafOf = words.get("sheet.leaf", number, pages.size());
        titles.appendElement("p")
                .addClass("small")
                .text(number == 1 ? leafOf : leafOf + "　" + sheet.name() + "　" + seat(sheet));
        String code = sheet.code() + "/" + number;
        Element box = Markup.div(header, "code");
        box.append(QrSvg.of(code, code));
        Markup.span(box, "", code);
        if (number == 1) {
            who(leaf, sheet, words);
            rules(leaf, words);
        }
        leaf.appendElement("main").html(pages.get(number - 1));
        return leaf.outerHtml();
    }

    private static String seat(AnswerSheet sheet) {
        return sheet.seat() == null ? "" : "%04d".formatted(sheet.seat());
    }

    private static void who(Element leaf, AnswerSheet sheet, Words words) {
        Element who = Markup.div(leaf, "who");
        field(who, words.get("edge.name"), sheet.name());
        field(who, words.get("edge.unit"), sheet.unit());
        Element seat = Markup.div(who, "");
        Markup.span(seat, "label", words.get("edge.seat"));
        Markup.span(seat, "value seat", seat(sheet));
        field(who, words.get("edge.card"), "");
        field(who, words.get("sheet.signature"), "");
        Element absent = Markup.div(who, "absent");
        Markup.span(absent, "label", words.get("sheet.absent"));
        Markup.span(absent, "bubble", "");
    }

    private static void field(Element who, String label, String value) {
        Element field = Markup.div(who, "");
        Markup.span(field, "label", label);
        Markup.span(field, "value", value);
    }

    private static void rules(Element leaf, Words words) {
        Element rules = Markup.div(leaf, "rules");
        Element text = Markup.div(rules, "text");
        for (int rule = 1; rule <= RULES; rule++) {
            text.appendElement("p").text(words.get("sheet.rule." + rule));
        }
        Element example = Markup.div(rules, "example");
        Element right = Markup.line(example, "", words.get("sheet.right"));
        Markup.span(right, "bubble full", "A");
        Element wrong = Markup.line(example, "", words.get("sheet.wrong"));
        for (String sign : List.of("√", "×", "○")) {
            Markup.span(wrong, "bubble", sign);
        }
    }
}
