package org.lianbing.base;

import java.util.Set;

import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Finds formulas. Money is none: behind the opening dollar sign and before the closing one stands no space, and behind
 * the closing one no digit. A dollar sign behind a backslash neither opens nor closes.
 */
final class FormulaParser implements InlineContentParser {

    private static final char DOLLAR = '$';
    private static final String DOUBLE = "$$";

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        return scanner.next(DOLLAR) ? displayed(scanner) : inLine(scanner);
    }

    private static ParsedInline inLine(Scanner scanner) {
        Position start = scanner.position();
        if (Character.isWhitespace(scanner.peek())) {
            return ParsedInline.none();
        }
        boolean space = false;
        while (scanner.hasNext()) {
            if (scanner.peek() == DOLLAR) {
                String tex = tex(scanner, start);
                scanner.next();
                boolean closed = !space && !Character.isDigit(scanner.peek()) && !tex.isEmpty();
                return closed ? ParsedInline.of(new Formula(tex, false), scanner.position()) : ParsedInline.none();
            }
            space = pass(scanner);
        }
        return ParsedInline.none();
    }

    /** Two dollar signs that open nothing are passed by together, lest the second open a formula in the line. */
    private static ParsedInline displayed(Scanner scanner) {
        Position start = scanner.position();
        while (scanner.hasNext()) {
            if (scanner.peek() == DOLLAR) {
                String tex = tex(scanner, start);
                scanner.next();
                if (scanner.next(DOLLAR)) {
                    return tex.isEmpty()
                            ? ParsedInline.of(new Text(DOUBLE + DOUBLE), scanner.position())
                            : ParsedInline.of(new Formula(tex, true), scanner.position());
                }
            } else {
                pass(scanner);
            }
        }
        return ParsedInline.of(new Text(DOUBLE), start);
    }

    /** Goes on by one character, or by two where a backslash is; says whether it was a space. */
    private static boolean pass(Scanner scanner) {
        if (scanner.next('\\')) {
            if (scanner.hasNext()) {
                scanner.next();
            }
            return false;
        }
        boolean space = Character.isWhitespace(scanner.peek());
        scanner.next();
        return space;
    }

    private static String tex(Scanner scanner, Position start) {
        return Formula.onOneLine(scanner.getSource(start, scanner.position()).getContent());
    }

    /** Makes one for each text. */
    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of(DOLLAR);
        }

        @Override
        public InlineContentParser create() {
            return new FormulaParser();
        }
    }
}
