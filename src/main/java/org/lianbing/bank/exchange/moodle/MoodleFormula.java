package org.lianbing.bank.exchange.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula of Moodle as one of ours. Moodle reckons as PHP does: its angles are in radians, ours in degrees, and some
 * of its functions have another name here or none. What has none is left as it is, for a person to see.
 */
final class MoodleFormula {

    private static final Pattern CARD = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]{0,19})}");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*+)\\s*+\\(");
    /** Longer than any that is taken. */
    private static final int LONGEST = 2000;

    private MoodleFormula() {}

    static String of(String moodle) {
        String plain = CARD.matcher(moodle).replaceAll("$1").replace("**", "^").strip();
        return plain.length() > LONGEST ? plain : calls(plain, 0);
    }

    private static String calls(String text, int depth) {
        StringBuilder out = new StringBuilder();
        Matcher call = CALL.matcher(text);
        int done = 0;
        while (depth < 50 && call.find(done)) {
            List<String> arguments = new ArrayList<>();
            int end = arguments(text, call.end(), arguments);
            if (end < 0) {
                break;
            }
            out.append(text, done, call.start())
                    .append(ours(
                            call.group(1),
                            arguments.stream()
                                    .map(argument -> calls(argument.strip(), depth + 1))
                                    .toList()));
            done = end;
        }
        return out.append(text.substring(done)).toString();
    }

    /** Where the bracket closes, with what stands between its commas; below none where it never does. */
    private static int arguments(String text, int from, List<String> arguments) {
        int depth = 0;
        int begin = from;
        for (int i = from; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '(') {
                depth++;
            } else if (sign == ',' && depth == 0) {
                arguments.add(text.substring(begin, i));
                begin = i + 1;
            } else if (sign == ')' && depth-- == 0) {
                arguments.add(text.substring(begin, i));
                return i + 1;
            }
        }
        return -1;
    }

    private static String ours(String name, List<String> arguments) {
        String first = arguments.getFirst();
        String all = String.join(", ", arguments);
        return switch (name.toLowerCase(Locale.ROOT) + "/" + arguments.size()) {
            case "pi/1" -> first.isEmpty() ? "PI" : name + "(" + all + ")";
            case "pow/2" -> "((" + first + ")^(" + arguments.getLast() + "))";
            case "exp/1" -> "(E^(" + first + "))";
            case "ceil/1" -> "CEILING(" + first + ")";
            case "round/1" -> "ROUND(" + first + ", 0)";
            case "sin/1", "cos/1", "tan/1" -> name + "((" + first + ")*180/PI)";
            case "asin/1", "acos/1", "atan/1" -> "(" + name + "(" + first + ")*PI/180)";
            case "deg2rad/1" -> "((" + first + ")*PI/180)";
            case "rad2deg/1" -> "((" + first + ")*180/PI)";
            default -> name + "(" + all + ")";
        };
    }
}
