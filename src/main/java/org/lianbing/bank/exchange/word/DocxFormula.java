package org.lianbing.bank.exchange.word;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

import org.lianbing.base.Formula;

/**
 * A formula of an item in a Word document. The same formula has many spellings in TeX, and Office Math keeps none of them;
 * where its own is another, the author's goes before it in a run that is not shown.
 */
final class DocxFormula {

    /** The style of a run that is not shown: how the formula behind it is spelled, as it stands in Markdown. */
    static final String SPELLED_STYLE = "LianbingSpelled";

    private static final String SPELLED = "<w:rStyle w:val=\"" + SPELLED_STYLE + "\"/><w:vanish/>";
    private static final Pattern SOURCE = Pattern.compile("\\$\\$(.+)\\$\\$|\\$(.+)\\$", Pattern.DOTALL);

    private DocxFormula() {}

    /** The formula in Office Math, with its spelling where needed; empty where only TeX can say it. */
    static Optional<String> of(Formula formula) {
        return TexOmml.of(formula.tex()).flatMap(omml -> {
            String read = TexOmml.readBack(omml);
            String source = formula.source();
            String whole = formula.displayed() ? "<m:oMathPara>" + omml + "</m:oMathPara>" : omml;
            if (source.equals(inline(read))) {
                return Optional.of(whole);
            }
            return markdown(read, source).equals(source)
                    ? Optional.of(DocxRuns.run(source, SPELLED) + whole)
                    : Optional.empty();
        });
    }

    /**
     * The Markdown of an {@code m:oMath}.
     *
     * @param spelled what the run before it says, which counts as long as nobody changed the formula itself
     */
    static String markdown(Element math, String spelled) {
        return markdown(OmmlTex.of(math), spelled);
    }

    private static String markdown(String read, String spelled) {
        Matcher source = SOURCE.matcher(spelled);
        if (!source.matches()) {
            return inline(read);
        }
        String tex = source.group(1) == null ? source.group(2) : source.group(1);
        return TexOmml.of(tex).map(TexOmml::readBack).filter(read::equals).isPresent() ? spelled : inline(read);
    }

    private static String inline(String tex) {
        return "$" + tex + "$";
    }
}
