package org.lianbing.bank.call;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.base.Digits;
import org.lianbing.base.Problem;

/** Reads a proposer's sheet as the content of an item. Plain text becomes Markdown that says the same. */
final class ProposedContent {

    private static final int MIDDLE = 3;
    private static final Pattern SIGNS =
            Pattern.compile("[\\\\`*_\\[\\]<>~|]|&(?=[A-Za-z#][A-Za-z0-9]*;)|\\$(?=[\\s\\S]*\\$)");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s{0,3})(#{1,6}(?=\\s)|[-+=](?=\\s|$|[-=]))");
    private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\s{0,3}\\d{1,9})([.)])(?=\\s)");

    private ProposedContent() {}

    /**
     * The content.
     *
     * @throws Problem where something is still missing
     */
    static ItemContent of(ProposalSheet sheet) {
        if (sheet.stem().isBlank()) {
            throw Problem.invalid("call.stem-missing").with("field", "stem");
        }
        StringBuilder stem = new StringBuilder(markdown(sheet.stem()));
        sheet.pictures()
                .forEach(hash -> stem.append("\n\n![](media:").append(hash).append(')'));
        return new ItemContent(stem.toString(), interaction(sheet), markdown(sheet.why()), MIDDLE);
    }

    private static Interaction interaction(ProposalSheet sheet) {
        return switch (sheet.type()) {
            case TRUE_FALSE -> {
                Boolean truth = sheet.truth();
                if (truth == null) {
                    throw Problem.invalid("call.truth-missing").with("field", "truth");
                }
                yield new Interaction.TrueFalse(truth);
            }
            case SINGLE_CHOICE -> new Interaction.SingleChoice(options(sheet));
            case MULTIPLE_CHOICE -> new Interaction.MultipleChoice(options(sheet));
            case ORDERING ->
                new Interaction.Ordering(sheet.steps().stream()
                        .filter(step -> !step.isBlank())
                        .map(ProposedContent::markdown)
                        .toList());
            case NUMERIC ->
                new Interaction.Numeric(
                        number("number", sheet.number()),
                        sheet.tolerance().isBlank() ? BigDecimal.ZERO : number("tolerance", sheet.tolerance()),
                        sheet.unit().strip());
            default -> throw Problem.invalid("call.type").with("field", "type");
        };
    }

    private static List<Option> options(ProposalSheet sheet) {
        return sheet.options().stream()
                .filter(option -> !option.text().isBlank())
                .map(option -> new Option(markdown(option.text()), option.key(), null))
                .toList();
    }

    private static BigDecimal number(String field, String text) {
        return Digits.read(text)
                .orElseThrow(() -> Problem.invalid("call.number").with("field", field));
    }

    private static String markdown(String text) {
        String escaped = SIGNS.matcher(text.strip()).replaceAll("\\\\$0");
        String lines = LINE_START.matcher(escaped).replaceAll("$1\\\\$2");
        // A line's end stays one.
        return NUMBERED.matcher(lines)
                .replaceAll("$1\\\\$2")
                .replaceAll("[ \\t]*\\n(?!\\n)", "\\\\\n")
                .replace("\n\\\n", "\n\n");
    }
}
