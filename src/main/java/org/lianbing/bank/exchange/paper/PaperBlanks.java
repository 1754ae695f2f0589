package org.lianbing.bank.exchange.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.exchange.format.Question.Remark;

/** The blanks of a stem, and what belongs into them. */
final class PaperBlanks {

    private static final Pattern GAP = Pattern.compile("[(（][\\s\\u3000]*[)）]|_{2,}|＿{2,}|﹍{2,}");
    private static final Pattern FILLED = Pattern.compile("[(（【]\\s*([^()（）【】\\uE000-\\uF8FF]{1,40}?)\\s*[)）】]");
    private static final Pattern MARKED = Pattern.compile("\\uE100([^\\uE100\\uE101]*)\\uE101?");
    /** The place of the only blank before what belongs there. */
    private static final Pattern FIRST = Pattern.compile("^\\s*(?:[(（]1[)）](?!\\s*[+=×])|第?[1一]空\\s*[:：])\\s*(?=\\S)");

    private static final double MARK_CONFIDENCE = 0.8;

    /** A stem with its blanks in one manner of writing, and what is right in them. */
    record Filled(String stem, Interaction interaction) {}

    private final boolean blanksOnly;
    private final Atoms atoms;
    private final List<Remark> remarks;

    /**
     * @param blanksOnly whether the section says that it can be nothing else
     * @param remarks where a guess is noted
     */
    PaperBlanks(boolean blanksOnly, Atoms atoms, List<Remark> remarks) {
        this.blanksOnly = blanksOnly;
        this.atoms = atoms;
        this.remarks = remarks;
    }

    static boolean hasGap(String stem) {
        return GAP.matcher(stem).find();
    }

    /** Blanks are brackets without anything, underscores, or underlined words that are the answer. */
    Optional<Filled> read(String text, String answer) {
        String stem = text;
        List<String> underlined = new ArrayList<>();
        if (answer.isEmpty()) {
            Matcher marked = MARKED.matcher(stem);
            stem = marked.replaceAll(found -> {
                if (found.group(1).isBlank()) {
                    return found.group(1);
                }
                underlined.add(found.group(1).strip());
                return " ____ ";
            });
            boolean marks = !underlined.isEmpty();
            if (!marks && blanksOnly && !GAP.matcher(stem).find()) {
                stem = FILLED.matcher(stem).replaceAll(found -> {
                    underlined.add(found.group(1));
                    return " ____ ";
                });
            }
            if (!underlined.isEmpty()) {
                remarks.add(Remark.guess(
                        MARK_CONFIDENCE, marks ? "exchange.remark.key-by-mark" : "exchange.remark.key-in-brackets"));
            }
        }
        Matcher gap = GAP.matcher(stem);
        int gaps = (int) gap.results().count();
        List<String> answers = underlined.isEmpty() ? parts(answer, Math.max(1, gaps)) : underlined;
        if (answers.isEmpty() || gaps > 0 && underlined.isEmpty() && answers.size() != gaps) {
            return Optional.empty();
        }
        if (gaps == 0 && underlined.isEmpty() && !blanksOnly) {
            return Optional.empty();
        }
        String blank = atoms.of("____");
        stem = GAP.matcher(stem.replace(" ____ ", "____")).replaceAll(Matcher.quoteReplacement(" " + blank + " "));
        return Optional.of(new Filled(
                stem,
                new Interaction.FillIn(answers.stream().map(PaperBlanks::blank).toList())));
    }

    private static Blank blank(String said) {
        List<String> accepted = new ArrayList<>();
        for (String variant : said.split("\\s*(?:\\||｜|或者|(?<=[\\u4e00-\\u9fff])/(?=[\\u4e00-\\u9fff])|\\s或\\s)\\s*")) {
            if (!variant.isBlank()) {
                accepted.add(variant.strip());
            }
        }
        return new Blank.Words(accepted, false);
    }

    /** The answer taken apart into so many; by the first separator that gives that number. */
    private static List<String> parts(String answer, int wanted) {
        if (answer.isEmpty()) {
            return List.of();
        }
        if (wanted == 1) {
            return List.of(FIRST.matcher(answer).replaceFirst(""));
        }
        for (String separator : List.of(
                "[;；]", "\\n", "[\\s\\u3000]{2,}", "[、]", "[,，]", "[\\s\\u3000]+", "(?=[(（][1-9][)）])|(?=[①-⑩])")) {
            List<String> parts = Arrays.stream(answer.split(separator))
                    .map(part -> part.replaceFirst(
                                    "^\\s*(?:[(（]?\\d{1,2}[)）.、](?!\\d)|[①-⑩]|第?[\\d一二三四五六七八九十]{1,2}空\\s*[:：])\\s*", "")
                            .strip())
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (parts.size() == wanted) {
                return parts;
            }
        }
        return List.of(answer);
    }
}
