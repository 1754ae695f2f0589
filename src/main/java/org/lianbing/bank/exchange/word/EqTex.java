package org.lianbing.bank.exchange.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lianbing.bank.exchange.text.TexSigns;

/**
 * EQ fields (ECMA-376 part 1, 17.16.5.17) as LaTeX: fractions, roots, raised and lowered signs, brackets and columns, with
 * which papers were set before Word had formulas. Of what is not known the text stays.
 */
final class EqTex {

    private static final int DEEPEST = 20;
    private static final int LONGEST = 2_000;

    private final String code;
    private int at;

    private EqTex(String code) {
        this.code = code;
    }

    /** What a field shows, as Markdown; empty where it is none of formulas. */
    static Optional<String> markdown(String instruction) {
        String code = instruction.strip();
        if (code.length() < 2
                || code.length() > LONGEST
                || !code.substring(0, 2).equalsIgnoreCase("eq")) {
            return Optional.empty();
        }
        String body = code.substring(2).strip();
        Optional<String> circled = circled(body);
        if (circled.isPresent()) {
            return circled;
        }
        String tex = new EqTex(body).sequence(0, "").strip();
        return Optional.of(tex.isEmpty() ? "" : "$" + tex + "$");
    }

    /** A figure in a circle, as the menu of Chinese Word makes it: \o\ac(○,1). */
    private static Optional<String> circled(String body) {
        var circle = java.util.regex.Pattern.compile(
                        "^\\\\o\\s*\\\\ac\\s*\\(\\s*[○〇◯]\\s*[,，;]\\s*(?:\\\\s\\\\?[a-z]*\\d*\\s*)?\\(?\\s*(\\d{1,2})\\s*\\)?\\s*\\)$",
                        java.util.regex.Pattern.CASE_INSENSITIVE)
                .matcher(body);
        if (!circle.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(circle.group(1));
        return Optional.of(
                number >= 1 && number <= 20 ? String.valueOf((char) ('①' + number - 1)) : "(" + number + ")");
    }

    private String sequence(int depth, String ends) {
        StringBuilder out = new StringBuilder();
        while (at < code.length() && ends.indexOf(code.charAt(at)) < 0) {
            char sign = code.charAt(at);
            if (sign != '\\') {
                at++;
                out.append(TexSigns.of(String.valueOf(sign)));
            } else if (at + 1 < code.length() && !Character.isLetter(code.charAt(at + 1))) {
                out.append(TexSigns.of(code.substring(at + 1, at + 2)));
                at += 2;
            } else {
                out.append(command(depth));
            }
        }
        return out.toString();
    }

    private String command(int depth) {
        StringBuilder name = new StringBuilder();
        while (at < code.length() && code.charAt(at) != '(') {
            char sign = code.charAt(at++);
            name.append(sign);
            if (sign == '\\' && at < code.length() && !Character.isLetter(code.charAt(at))) {
                name.append(code.charAt(at++));
            }
        }
        List<String> parts = at < code.length() && depth < DEEPEST ? arguments(depth) : List.of();
        String first = parts.isEmpty() ? "" : parts.getFirst().strip();
        String last = parts.isEmpty() ? "" : parts.getLast().strip();
        String options = name.toString().toLowerCase(java.util.Locale.ROOT).replace(" ", "");
        return switch (options.length() < 2 ? ' ' : options.charAt(1)) {
            case 'f' -> "\\frac{" + first + "}{" + last + "}";
            case 'r' -> "\\sqrt" + (parts.size() > 1 && !first.isEmpty() ? "[" + first + "]" : "") + "{" + last + "}";
            case 's' -> scripts(options, parts);
            case 'b' -> fenced(options, String.join(",", parts));
            case 'a' -> "\\begin{aligned}" + String.join(" \\\\ ", parts) + "\\end{aligned}";
            case 'x' -> (options.contains("\\to") ? "\\overline{" : "\\boxed{") + String.join(",", parts) + "}";
            case 'i' -> integral(options, parts);
            default -> String.join("", parts);
        };
    }

    private List<String> arguments(int depth) {
        List<String> parts = new ArrayList<>();
        do {
            at++;
            parts.add(balanced(depth + 1));
        } while (at < code.length() && code.charAt(at) != ')');
        at++;
        return parts;
    }

    /** Up to the next separator, with brackets that are no command's. */
    private String balanced(int depth) {
        StringBuilder out = new StringBuilder();
        while (at < code.length() && ",;)，；".indexOf(code.charAt(at)) < 0) {
            out.append(sequence(depth, "(,;)，；"));
            if (at < code.length() && code.charAt(at) == '(') {
                at++;
                out.append('(').append(depth < DEEPEST ? balanced(depth + 1) : "");
                if (at < code.length() && code.charAt(at) == ')') {
                    at++;
                    out.append(')');
                }
            }
        }
        return out.toString();
    }

    private static String scripts(String options, List<String> parts) {
        String joined = String.join("", parts);
        if (parts.size() == 2) {
            return "{}^{" + parts.getFirst() + "}_{" + parts.getLast() + "}";
        }
        return options.contains("\\do") ? "_{" + joined + "}" : "^{" + joined + "}";
    }

    private static String fenced(String options, String inner) {
        String left = sign(options, "\\lc\\", sign(options, "\\bc\\", options.contains("\\rc\\") ? "." : "("));
        String right = sign(
                options, "\\rc\\", options.contains("\\bc\\") ? closing(left) : options.contains("\\lc\\") ? "." : ")");
        return "\\left" + escaped(left) + inner + "\\right" + escaped(right);
    }

    private static String sign(String options, String option, String otherwise) {
        int place = options.indexOf(option);
        int end = place + option.length();
        return place < 0 || end >= options.length() ? otherwise : options.substring(end, end + 1);
    }

    private static String closing(String open) {
        return switch (open) {
            case "(" -> ")";
            case "[" -> "]";
            case "{" -> "}";
            case "<" -> ">";
            default -> open;
        };
    }

    private static String escaped(String fence) {
        return fence.equals("{") || fence.equals("}") ? "\\" + fence : fence;
    }

    private static String integral(String options, List<String> parts) {
        String sign = options.contains("\\su") ? "\\sum" : options.contains("\\pr") ? "\\prod" : "\\int";
        return parts.size() < 3
                ? sign + " " + String.join("", parts)
                : sign + "_{" + parts.get(0) + "}^{" + parts.get(1) + "} " + parts.get(2);
    }
}
