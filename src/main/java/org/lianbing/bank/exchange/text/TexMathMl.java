package org.lianbing.bank.exchange.text;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities;

/**
 * TeX as MathML, for systems that show no TeX: fractions, roots, scripts, Greek, the usual signs and functions. The TeX
 * itself goes along as an annotation, from which it comes back as it was. A formula with anything else has no MathML here.
 */
public final class TexMathMl {

    private static final int LONGEST = 2000;
    private static final int DEEPEST = 60;

    private static final Map<String, String> SPACES = Map.of(
            " ", "0.25em", ",", "0.17em", ":", "0.22em", ";", "0.28em", "!", "0em", "quad", "1em", "qquad", "2em");
    private static final Map<String, String> ACCENTS =
            Map.of("overline", "¯", "bar", "¯", "vec", "→", "hat", "^", "dot", "˙", "tilde", "~");
    private static final Set<String> FUNCTIONS = Set.of(
            "sin", "cos", "tan", "cot", "arcsin", "arccos", "arctan", "ln", "log", "lg", "exp", "lim", "max", "min");
    private static final Set<String> AROUND = Set.of("∑", "∏", "lim", "max", "min");
    private static final char INFINITY = '∞';
    private static final String RIGHT = "\\right";
    private static final String OPERATORS = "+-=<>()[]|,.;:/!*'";

    private final String tex;
    private int at;
    private int depth;

    private TexMathMl(String tex) {
        this.tex = tex;
    }

    /** What has no MathML here. */
    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super(null, null, false, false);
        }
    }

    /** The element {@code math}; empty where something of the formula is not known. */
    public static Optional<String> of(String tex, boolean displayed) {
        TexMathMl reading = new TexMathMl(tex.strip());
        if (tex.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String row = reading.row("");
            return reading.at < reading.tex.length()
                    ? Optional.empty()
                    : Optional.of("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\""
                            + (displayed ? "block" : "inline") + "\"><semantics><mrow>" + row
                            + "</mrow><annotation encoding=\"application/x-tex\">" + escaped(tex)
                            + "</annotation></semantics></math>");
        } catch (Unknown unknown) {
            return Optional.empty();
        }
    }

    /** Up to the end, or before what closes it. */
    private String row(String closing) throws Unknown {
        StringBuilder row = new StringBuilder();
        while (skipped() && !ends(closing)) {
            row.append(scripted());
        }
        return row.toString();
    }

    private boolean ends(String closing) {
        int behind = at + closing.length();
        return tex.startsWith(closing.isEmpty() ? "}" : closing, at)
                // \rightarrow closes nothing.
                && !(closing.equals(RIGHT) && behind < tex.length() && Character.isLetter(tex.charAt(behind)));
    }

    /** Whether something is left behind the spaces. */
    private boolean skipped() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
        return at < tex.length();
    }

    /** One thing with what stands below and above it. */
    private String scripted() throws Unknown {
        String base = one();
        String below = "";
        String above = "";
        while (skipped() && (tex.charAt(at) == '_' || tex.charAt(at) == '^')) {
            boolean sub = tex.charAt(at++) == '_';
            if (!(sub ? below : above).isEmpty()) {
                throw new Unknown();
            }
            String script = argument();
            below = sub ? script : below;
            above = sub ? above : script;
        }
        boolean around = AROUND.contains(base.replaceAll("<[^>]*>", ""));
        if (!below.isEmpty() && !above.isEmpty()) {
            return element(around ? "munderover" : "msubsup", base + below + above);
        }
        if (!below.isEmpty()) {
            return element(around ? "munder" : "msub", base + below);
        }
        return above.isEmpty() ? base : element(around ? "mover" : "msup", base + above);
    }

    private String argument() throws Unknown {
        if (!skipped()) {
            throw new Unknown();
        }
        return Character.isDigit(tex.charAt(at)) ? element("mn", String.valueOf(tex.charAt(at++))) : one();
    }

    private String one() throws Unknown {
        if (++depth > DEEPEST) {
            throw new Unknown();
        }
        String one = whatever();
        depth--;
        return one;
    }

    private String whatever() throws Unknown {
        char sign = tex.charAt(at);
        if (sign == '{') {
            at++;
            String inner = row("}");
            close("}");
            return element("mrow", inner);
        }
        if (sign == '\\') {
            return command();
        }
        if (Character.isDigit(sign)) {
            int start = at;
            while (at < tex.length()
                    && (Character.isDigit(tex.charAt(at))
                            || tex.charAt(at) == '.'
                                    && at + 1 < tex.length()
                                    && Character.isDigit(tex.charAt(at + 1)))) {
                at++;
            }
            return element("mn", tex.substring(start, at));
        }
        if (OPERATORS.indexOf(sign) >= 0) {
            at++;
            return element("mo", sign == '-' ? "−" : sign == '\'' ? "′" : String.valueOf(sign));
        }
        // A blank of a question, say, is held by a sign that means nothing to others.
        boolean strange = Character.isSurrogate(sign) || Character.getType(sign) == Character.PRIVATE_USE;
        if (strange || "^_}$&#%~".indexOf(sign) >= 0) {
            throw new Unknown();
        }
        at++;
        return Character.isLetter(sign)
                ? element(sign < 0x2E80 ? "mi" : "mtext", String.valueOf(sign))
                : element("mo", String.valueOf(sign));
    }

    private void close(String closing) throws Unknown {
        if (!tex.startsWith(closing, at)) {
            throw new Unknown();
        }
        at += closing.length();
    }

    private String command() throws Unknown {
        int start = ++at;
        while (at < tex.length() && tex.charAt(at) < 0x80 && Character.isLetter(tex.charAt(at))) {
            at++;
        }
        if (at == start && at < tex.length()) {
            at++;
        }
        String name = tex.substring(start, at);
        Optional<String> sign = TexSigns.named(name);
        if (sign.isPresent()) {
            return named(sign.get());
        }
        if (FUNCTIONS.contains(name)) {
            return element("mi", name);
        }
        if (SPACES.containsKey(name)) {
            return "<mspace width=\"" + SPACES.get(name) + "\"/>";
        }
        if (ACCENTS.containsKey(name)) {
            return "<mover accent=\"true\">" + argument() + element("mo", ACCENTS.getOrDefault(name, "")) + "</mover>";
        }
        return switch (name) {
            case "frac", "dfrac", "tfrac" -> element("mfrac", argument() + argument());
            case "sqrt" -> root();
            case "text" -> element("mtext", words());
            case "mathrm" -> upright(words());
            case "left" -> fenced();
            default -> throw new Unknown();
        };
    }

    private static String named(String sign) {
        char first = sign.charAt(0);
        if (!Character.isLetter(first) && first != INFINITY) {
            return element("mo", sign);
        }
        // Greek capitals stand upright in TeX.
        return Character.isUpperCase(first) ? upright(sign) : element("mi", sign);
    }

    private String root() throws Unknown {
        if (!skipped() || tex.charAt(at) != '[') {
            return element("msqrt", argument());
        }
        at++;
        String degree = element("mrow", row("]"));
        close("]");
        return element("mroot", argument() + degree);
    }

    /** Words between braces, with nothing of TeX in them. */
    private String words() throws Unknown {
        int end = tex.indexOf('}', at);
        if (!skipped() || tex.charAt(at) != '{' || end < 0) {
            throw new Unknown();
        }
        String words = tex.substring(at + 1, end);
        if (!words.matches("[^\\\\{$^_]*")) {
            throw new Unknown();
        }
        at = end + 1;
        return words;
    }

    private String fenced() throws Unknown {
        String open = fence();
        String inner = row(RIGHT);
        close(RIGHT);
        return element("mrow", open + inner + fence());
    }

    private String fence() throws Unknown {
        if (!skipped()) {
            throw new Unknown();
        }
        char sign = tex.charAt(at++);
        if (sign == '\\' && at < tex.length() && "{}|".indexOf(tex.charAt(at)) >= 0) {
            sign = tex.charAt(at++) == '|' ? '‖' : tex.charAt(at - 1);
        } else if ("()[]|./".indexOf(sign) < 0) {
            throw new Unknown();
        }
        return sign == '.' ? "" : "<mo fence=\"true\">" + sign + "</mo>";
    }

    private static String upright(String letters) {
        return "<mi mathvariant=\"normal\">" + escaped(letters) + "</mi>";
    }

    /** With the entities of XML alone: its readers know none of HTML. */
    private static String escaped(String text) {
        return Entities.escape(text, new OutputSettings().escapeMode(Entities.EscapeMode.xhtml));
    }

    /** Children of it stand as they are, words are escaped. */
    private static String element(String name, String inner) {
        boolean token = name.length() == 2 || name.equals("mtext");
        return "<" + name + ">" + (token ? escaped(inner) : inner) + "</" + name + ">";
    }
}
