package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code and formulas of a text with the signs of Markdown, which are kept as they are: letters and numbers in them begin no
 * option and no question.
 */
final class MarkdownPieces {

    private static final Pattern FENCE = Pattern.compile("^\\s{0,6}(`{3,}|~{3,})\\s*([\\w+#-]{0,20})\\s*$");
    private static final Pattern PIECE = Pattern.compile("`([^`\\n]{1,300})`|\\$\\$([^$\\n]{1,500})\\$\\$|"
            + "(?<![\\\\$])\\$(?!\\s)([^$\\n]{1,300}?)(?<!\\s)\\$(?![\\d$])|\\\\\\(([^\\n]{1,300}?)\\\\\\)");
    /** What is between two dollar signs is a formula where it looks like one, and money else. */
    private static final Pattern TEX = Pattern.compile(
            "[\\\\^_={}<>+*/-]|^\\s*[A-Za-z]['′]?\\s*$|^\\s*\\d{1,6}(?:\\.\\d{1,6})?\\s*$|^[A-Za-z]\\([A-Za-z, ]{1,20}\\)$");

    private static final int LONGEST = 300;

    private final UnaryOperator<String> keep;
    private final BiConsumer<Integer, String> lines;
    private final List<String> fenced = new ArrayList<>();
    private int from;
    private String closing = "";

    /**
     * Takes lines.
     *
     * @param keep the sign that stands for a piece of Markdown
     * @param lines takes lines with their numbers
     */
    MarkdownPieces(UnaryOperator<String> keep, BiConsumer<Integer, String> lines) {
        this.keep = keep;
        this.lines = lines;
    }

    void line(int number, String line) {
        Matcher fence = FENCE.matcher(line);
        if (!closing.isEmpty()) {
            fenced.add(line);
            boolean closes = fence.matches()
                    && fence.group(1).startsWith(closing)
                    && fence.group(2).isEmpty();
            if (closes) {
                String code = String.join("\n", fenced);
                fenced.clear();
                closing = "";
                lines.accept(from, keep.apply("\n\n" + code + "\n\n"));
            } else if (fenced.size() > LONGEST) {
                end();
            }
        } else if (fence.matches()) {
            from = number;
            closing = fence.group(1);
            fenced.add(line.strip());
        } else {
            lines.accept(number, pieces(line));
        }
    }

    /** A fence that nobody closed was none. */
    void end() {
        List<String> open = List.copyOf(fenced);
        fenced.clear();
        closing = "";
        for (int i = 0; i < open.size(); i++) {
            lines.accept(from + i, open.get(i));
        }
    }

    private String pieces(String line) {
        return PIECE.matcher(line).replaceAll(found -> Matcher.quoteReplacement(piece(found)));
    }

    private String piece(java.util.regex.MatchResult found) {
        if (found.group(1) != null) {
            return found.group(1).isBlank() ? found.group() : keep.apply(found.group());
        }
        if (found.group(2) != null) {
            return keep.apply("$$" + found.group(2).strip() + "$$");
        }
        String tex = found.group(3) == null ? found.group(4) : found.group(3);
        boolean formula = found.group(4) != null || TEX.matcher(tex).find();
        return formula ? keep.apply("$" + tex.strip() + "$") : found.group();
    }
}
