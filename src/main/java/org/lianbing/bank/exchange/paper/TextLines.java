package org.lianbing.bank.exchange.paper;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.text.PlainFile;
import org.lianbing.base.Problem;

/** The lines of a plain text, or of one with the signs of Markdown, as those of a paper. */
public final class TextLines {

    /** A longer line is no heading, and its signs are not looked for. */
    private static final int LONGEST_MARKDOWN = 20_000;

    private static final int HEAD = 64 * 1024;
    private static final Pattern HEADING = Pattern.compile("^\\s*#{1,6}\\s+");
    private static final Pattern RULE = Pattern.compile("^\\s*(?:-{3,}|\\*{3,}|_{6,}|={3,})\\s*$");
    /** Signs of a list or a quotation before an option or a word such as 答案. */
    private static final Pattern LISTED = Pattern.compile(
            "^(?:\\s*+>)*+\\s*(?:[-*+•·●○◯☐□]\\s+)?(?:\\[([ xX])\\]\\s*)?(?=[(（]?[A-Ha-hＡ-Ｈ]\\s*[.．、)）:：]|[\\[【]?(?:[\\u4e00-\\u9fff]{0,2}答案|[\\u4e00-\\u9fff]{0,2}解析|难度|知识点)|(?i:answer|explanation))");

    private static final Pattern QUOTED = Pattern.compile("^\\s*>\\s?");
    /** Frames of documentation sites, and places where a site of exams puts its fields. */
    private static final Pattern FRAME = Pattern.compile(
            "^\\s*:{3,}(?:\\s*\\w+)?\\s*|^\\s*\\{\\{\\s*(?:multi)?(?:select|input)\\(\\d+\\)\\s*\\}\\}\\s*$");
    /** What Markdown needs to be escaped and a paper is full of. */
    private static final Pattern ESCAPED = Pattern.compile("(?<=^\\s{0,3}\\d{1,4})\\\\(?=[.)])|\\\\(?=_)");

    /** A star in front of the letter of what is right. */
    private static final Pattern STARRED = Pattern.compile("^\\s*\\*(?=[A-Ha-h]\\s*[.)、])");

    private static final Pattern STRONG = Pattern.compile("\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*");

    private TextLines() {}

    /**
     * Hands the lines of a file over.
     *
     * @throws Problem invalid where the file is no text
     */
    public static void read(Upload file, PaperParser parser) throws IOException {
        if (PlainFile.head(file, HEAD).isBlank()) {
            throw Problem.invalid("exchange.answers-unknown", file.name());
        }
        try (BufferedReader in = PlainFile.openLines(file)) {
            int number = 0;
            MarkdownPieces pieces = new MarkdownPieces(
                    parser::piece, (place, line) -> parser.line(place, isLong(line) ? line : plain(line)));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (isLong(line)) {
                    parser.line(number, line);
                } else {
                    pieces.line(number, line);
                }
            }
            pieces.end();
        }
    }

    private static boolean isLong(String line) {
        return line.length() > LONGEST_MARKDOWN;
    }

    private static String plain(String line) {
        String bare = HEADING.matcher(line).replaceFirst("");
        if (RULE.matcher(bare).matches()) {
            return "";
        }
        String open = STRONG.matcher(FRAME.matcher(bare).replaceFirst("")).replaceAll("$1");
        Matcher listed = LISTED.matcher(open);
        String option = listed.find()
                ? ("x".equalsIgnoreCase(listed.group(1)) ? "√" : "") + open.substring(listed.end())
                : QUOTED.matcher(open).replaceFirst("");
        return ESCAPED.matcher(STARRED.matcher(option).replaceFirst("√"))
                .replaceAll("")
                .replace("<u>", String.valueOf(Atoms.MARK))
                .replace("</u>", String.valueOf(Atoms.UNMARK))
                .replace("&nbsp;", " ");
    }
}
