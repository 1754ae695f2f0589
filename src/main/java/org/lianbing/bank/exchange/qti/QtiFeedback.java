package org.lianbing.bank.exchange.qti;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/** What an item tells after an answer, as an explanation. Feedback inside a choice stays with its option. */
final class QtiFeedback {

    /** Says only whether the answer was right, which everybody is told anyway. */
    private static final Pattern VERDICT = Pattern.compile(
            "(?i)(correct|correct answer|incorrect|right|wrong|well done|yes|no|正确|错误|对|错|答对了|答错了)[.!。！\\s]*");

    private QtiFeedback() {}

    /** Whether it only says that an answer is right or wrong. */
    static boolean isVerdict(String said) {
        return VERDICT.matcher(said).matches();
    }

    static String of(Element item, Element body, QtiText text) {
        Stream<Element> within = body.select("feedbackblock, feedbackinline").stream()
                .filter(feedback -> feedback.parents().stream()
                        .noneMatch(parent -> parent.normalName().endsWith("choice")
                                || parent.normalName().equals("hottext")
                                || parent.normalName().startsWith("feedback")));
        return Stream.concat(item.select("> modalfeedback").stream(), within)
                .filter(feedback -> !QtiText.isTaken(feedback))
                .map(text::markdown)
                .filter(said -> !said.isEmpty() && !isVerdict(said))
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }
}
