package org.lianbing.bank.exchange.qti;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;

/**
 * The body of an item as it is before an answer: what only plays is a part of the text, and so is what is shown from the
 * beginning. What is asked in a later try alone has no counterpart here.
 */
final class QtiBody {

    private static final String IDENTIFIER = "identifier";

    private QtiBody() {}

    /** Brings the body of an item into that state. */
    static void begin(Element item, Element body) {
        for (Element media : body.select("mediainteraction")) {
            media.tagName("div");
        }
        for (Element feedback : body.select("feedbackblock, feedbackinline")) {
            if (asks(feedback) ? isShown(item, feedback) : isShown(item, feedback) && isToldBefore(feedback)) {
                feedback.tagName(feedback.nameIs("feedbackblock") ? "div" : "span");
            }
        }
        for (Element own : body.select("modalfeedback, choicerationales")) {
            item.appendChild(own);
        }
    }

    /** What is asked only once something was answered. */
    static boolean asksLater(Element body) {
        List<Element> later = new ArrayList<>(body.select("feedbackblock, feedbackinline"));
        return later.stream().anyMatch(QtiBody::asks);
    }

    private static boolean asks(Element feedback) {
        return feedback.select("*").stream()
                .anyMatch(
                        inner -> inner.normalName().endsWith("interaction") && !inner.nameIs("endattemptinteraction"));
    }

    /** Only what a default names is told on purpose; what merely hides itself after an answer is feedback all the same. */
    private static boolean isToldBefore(Element feedback) {
        return !feedback.attr("showhide").equals("hide");
    }

    private static boolean isShown(Element item, Element feedback) {
        boolean named = item.select("> outcomedeclaration").stream()
                .filter(outcome -> outcome.attr(IDENTIFIER).equals(feedback.attr("outcomeidentifier")))
                .flatMap(outcome -> outcome.select("> defaultvalue > value").stream())
                .anyMatch(value -> value.wholeText().strip().equals(feedback.attr(IDENTIFIER)));
        return named != feedback.attr("showhide").equals("hide");
    }

    /** What those are told who score or teach, in the order of the item. */
    static List<Element> notes(Element body) {
        return body.select("rubricblock").stream()
                .filter(rubric -> !rubric.attr("view").contains("candidate"))
                .toList();
    }
}
