package org.lianbing.bank;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.lianbing.bank.content.Calculation;
import org.lianbing.base.Problem;
import org.lianbing.search.Grams;

/** What the way of answering must fulfil, one method a type. */
final class InteractionRules {

    static final int MOST_OPTIONS = 8;
    static final int MOST_STEPS = 8;

    private static final int LONGEST_OPTION = 500;
    private static final int LONGEST_STEP = 300;
    private static final int LONGEST_UNIT = 20;
    private static final int LONGEST_WORDS = 100;
    private static final int LONGEST_SAMPLE = 8000;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_FIGURES = 10;
    private static final int MOST_BLANKS = 10;
    private static final int MOST_ACCEPTED = 20;
    private static final int MOST_PAIRS = 10;
    private static final int MOST_REGIONS = 20;
    private static final int MOST_RUBRIC = 20;
    private static final int MOST_PARTS = 12;
    private static final int MOST_CRITERIA = 60;
    private static final int MOST_VARIABLES = 8;
    private static final int MOST_VARIANTS = 100;
    private static final int MOST_DISTRACTORS = 5;
    private static final int MOST_DECIMALS = 9;
    private static final int MOST_PIXELS = 10_000;
    private static final int MOST_MINUTES = 1_440;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Set<String> TAKEN = Set.of("PI", "E", "KEY", "TRUE", "FALSE", "NULL");

    private InteractionRules() {}

    static void check(String stem, String explanation, Interaction interaction, Found found) {
        switch (interaction) {
            case Interaction.TrueFalse truth -> {
                // Nothing can be wrong with a yes or a no.
            }
            case Interaction.SingleChoice choice -> single(choice, found);
            case Interaction.MultipleChoice choice -> multiple(choice, found);
            case Interaction.FillIn fill -> fillIn(stem, fill, found);
            case Interaction.Numeric number -> numeric(number, found);
            case Interaction.Calculated calculated -> calculated(stem, explanation, calculated, found);
            case Interaction.Matching matching -> matching(matching, found);
            case Interaction.Ordering ordering -> ordering(ordering, found);
            case Interaction.Hotspot hotspot -> hotspot(hotspot, found);
            case Interaction.ShortAnswer written -> rubric(written.rubric(), found);
            case Interaction.Essay written -> rubric(written.rubric(), found);
            case Interaction.Case parts -> parts(parts, found);
            case Interaction.Practical practical -> practical(practical, found);
        }
    }

    private static void single(Interaction.SingleChoice choice, Found found) {
        options(choice.options(), 2, found);
        if (keys(choice.options()) != 1) {
            found.add("options", "bank.rule.one-key", keys(choice.options()));
        }
    }

    private static void multiple(Interaction.MultipleChoice choice, Found found) {
        options(choice.options(), 3, found);
        long keys = keys(choice.options());
        if (keys < 2 || keys == choice.options().size()) {
            found.add("options", "bank.rule.several-keys", keys);
        }
    }

    private static long keys(List<Option> options) {
        return options.stream().filter(Option::correct).count();
    }

    private static void options(List<Option> options, int least, Found found) {
        if (options.size() < least || options.size() > MOST_OPTIONS) {
            found.add("options", "bank.rule.options-count", least, MOST_OPTIONS, options.size());
        }
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            found.length("options/" + i + "/text", option.text(), 1, LONGEST_OPTION);
            String why = option.why();
            found.length("options/" + i + "/why", why == null ? "" : why, 0, LONGEST_OPTION);
        }
        unique("options", options.stream().map(Option::text).toList(), found);
    }

    /** The stem has as many places as there are blanks, or none where there is one blank. */
    private static void fillIn(String stem, Interaction.FillIn fill, Found found) {
        List<Blank> blanks = fill.blanks();
        if (blanks.isEmpty() || blanks.size() > MOST_BLANKS) {
            found.add("blanks", "bank.rule.blanks-count", MOST_BLANKS, blanks.size());
        }
        int places = StemBlanks.count(stem);
        if (places != blanks.size() && !(places == 0 && blanks.size() == 1)) {
            found.add("blanks", "bank.rule.blanks-places", places, blanks.size());
        }
        for (int i = 0; i < blanks.size(); i++) {
            blank("blanks/" + i, blanks.get(i), found);
        }
    }

    private static void blank(String path, Blank blank, Found found) {
        switch (blank) {
            case Blank.Words words -> {
                if (words.accepted().isEmpty() || words.accepted().size() > MOST_ACCEPTED) {
                    found.add(path, "bank.rule.accepted-count", MOST_ACCEPTED);
                }
                for (int i = 0; i < words.accepted().size(); i++) {
                    found.length(path + "/accepted/" + i, words.accepted().get(i), 1, LONGEST_WORDS);
                }
            }
            case Blank.Value value -> number(path, value.key(), value.tolerance(), found);
            case Blank.Pick pick -> {
                if (pick.choices().size() < 2 || pick.choices().size() > MOST_OPTIONS) {
                    found.add(
                            path,
                            "bank.rule.options-count",
                            2,
                            MOST_OPTIONS,
                            pick.choices().size());
                }
                if (pick.key() < 0 || pick.key() >= pick.choices().size()) {
                    found.add(path, "bank.rule.one-key", 0);
                }
                for (int i = 0; i < pick.choices().size(); i++) {
                    found.length(path + "/choices/" + i, pick.choices().get(i), 1, LONGEST_WORDS);
                }
                unique(path, pick.choices(), found);
            }
        }
    }

    private static void numeric(Interaction.Numeric number, Found found) {
        number("", number.key(), number.tolerance(), found);
        found.length("unit", number.unit(), 0, LONGEST_UNIT);
        Integer figures = number.figures();
        if (figures != null && (figures < 1 || figures > MOST_FIGURES)) {
            found.add("figures", "bank.rule.figures", MOST_FIGURES);
        }
    }

    private static void number(String path, BigDecimal key, BigDecimal tolerance, Found found) {
        if (tolerance.signum() < 0) {
            found.add(path.isEmpty() ? "tolerance" : path, "bank.rule.tolerance");
        }
        for (BigDecimal value : List.of(key, tolerance)) {
            digits(path.isEmpty() ? "key" : path, value, found);
        }
    }

    private static void digits(String path, BigDecimal value, Found found) {
        if (value.precision() > MOST_DIGITS || Math.abs(value.scale()) > MOST_DIGITS) {
            found.add(path, "bank.rule.digits", MOST_DIGITS);
        }
    }

    private static void calculated(String stem, String explanation, Interaction.Calculated calculated, Found found) {
        int before = found.problems().size();
        variables(calculated.variables(), found);
        found.length("unit", calculated.unit(), 0, LONGEST_UNIT);
        number("tolerance", calculated.tolerance(), BigDecimal.ZERO, found);
        if (calculated.tolerance().signum() < 0) {
            found.add("tolerance", "bank.rule.tolerance");
        }
        if (calculated.decimals() < 0 || calculated.decimals() > MOST_DECIMALS) {
            found.add("decimals", "bank.rule.decimals", MOST_DECIMALS);
        }
        if (calculated.variants() < 1 || calculated.variants() > MOST_VARIANTS) {
            found.add("variants", "bank.rule.variants", MOST_VARIANTS);
        }
        if (calculated.distractors().size() > MOST_DISTRACTORS) {
            found.add(
                    "distractors",
                    "bank.rule.options-count",
                    1,
                    MOST_DISTRACTORS,
                    calculated.distractors().size());
        }
        if (found.problems().size() == before) {
            formulas(stem, explanation, calculated, found);
        }
    }

    private static void variables(List<Variable> variables, Found found) {
        if (variables.isEmpty() || variables.size() > MOST_VARIABLES) {
            found.add("variables", "bank.rule.variables-count", MOST_VARIABLES, variables.size());
        }
        Set<String> names = new HashSet<>(TAKEN);
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            String path = "variables/" + i;
            if (!VARIABLE.matcher(variable.name()).matches()
                    || !names.add(variable.name().toUpperCase(java.util.Locale.ROOT))) {
                found.add(path, "bank.rule.variable-name", variable.name());
            }
            List.of(variable.from(), variable.to(), variable.step()).forEach(value -> digits(path, value, found));
            if (variable.values() < 1) {
                found.add(path, "bank.rule.variable-range", variable.name());
            }
        }
    }

    private static void formulas(String stem, String explanation, Interaction.Calculated calculated, Found found) {
        String at = "formula";
        try {
            Calculation calculation = Calculation.of(calculated);
            unknown("formula", calculation.unknown(calculated.formula()), found);
            for (int i = 0; i < calculated.distractors().size(); i++) {
                unknown(
                        "distractors/" + i,
                        calculation.unknown(calculated.distractors().get(i).formula()),
                        found);
            }
            at = "stem";
            unknown("stem", calculation.unknownIn(stem), found);
            at = "explanation";
            unknown("explanation", calculation.unknownIn(explanation), found);
            at = "variables";
            if (found.problems().stream().noneMatch(problem -> "bank.rule.variable-unknown".equals(problem.code()))) {
                int there = calculation.variants(1).size();
                if (there < calculated.variants()) {
                    found.add("variants", "bank.rule.variants-few", calculated.variants(), there);
                }
            }
        } catch (Problem problem) {
            found.add(at, problem.code(), problem.arguments());
        }
    }

    private static void unknown(String path, Set<String> names, Found found) {
        if (!names.isEmpty()) {
            found.add(path, "bank.rule.variable-unknown", String.join(", ", names));
        }
    }

    private static void matching(Interaction.Matching matching, Found found) {
        int rights = matching.pairs().size() + matching.extras().size();
        if (matching.pairs().size() < 2 || rights > MOST_PAIRS) {
            found.add("pairs", "bank.rule.pairs-count", 2, MOST_PAIRS, rights);
        }
        for (int i = 0; i < matching.pairs().size(); i++) {
            found.length("pairs/" + i + "/left", matching.pairs().get(i).left(), 1, LONGEST_STEP);
            found.length("pairs/" + i + "/right", matching.pairs().get(i).right(), 1, LONGEST_STEP);
        }
        for (int i = 0; i < matching.extras().size(); i++) {
            found.length("extras/" + i, matching.extras().get(i), 1, LONGEST_STEP);
        }
        unique("pairs", matching.pairs().stream().map(Pair::left).toList(), found);
        unique("extras", matching.extras(), found);
        Set<String> rightWords = new HashSet<>();
        matching.pairs().forEach(pair -> rightWords.add(folded(pair.right())));
        matching.extras().stream()
                .filter(extra -> rightWords.contains(folded(extra)))
                .forEach(extra -> found.add("extras", "bank.rule.twice", extra.strip()));
    }

    private static void ordering(Interaction.Ordering ordering, Found found) {
        List<String> steps = ordering.steps();
        if (steps.size() < 3 || steps.size() > MOST_STEPS) {
            found.add("steps", "bank.rule.steps-count", 3, MOST_STEPS, steps.size());
        }
        for (int i = 0; i < steps.size(); i++) {
            found.length("steps/" + i, steps.get(i), 1, LONGEST_STEP);
        }
        unique("steps", steps, found);
    }

    private static void hotspot(Interaction.Hotspot hotspot, Found found) {
        found.length("picture", hotspot.picture(), 1, LONGEST_OPTION);
        if (!hotspot.picture().strip().startsWith("![")) {
            found.add("picture", "bank.rule.picture-needed");
        }
        if (hotspot.width() < 1 || hotspot.height() < 1 || Math.max(hotspot.width(), hotspot.height()) > MOST_PIXELS) {
            found.add("picture", "bank.rule.picture-size", MOST_PIXELS);
        }
        if (hotspot.picks() < 1 || hotspot.regions().size() > MOST_REGIONS) {
            found.add("regions", "bank.rule.regions-count", MOST_REGIONS);
        }
        for (int i = 0; i < hotspot.regions().size(); i++) {
            Region region = hotspot.regions().get(i);
            found.length("regions/" + i + "/name", region.name(), 0, LONGEST_WORDS);
            if (!inside(region.shape(), hotspot.width(), hotspot.height())) {
                found.add("regions/" + i, "bank.rule.region-outside");
            }
        }
    }

    private static boolean inside(Region.Shape shape, int width, int height) {
        return switch (shape) {
            case Region.Circle circle ->
                circle.radius() > 0
                        && circle.x() >= 0
                        && circle.x() <= width
                        && circle.y() >= 0
                        && circle.y() <= height;
            case Region.Rectangle box ->
                box.width() > 0
                        && box.height() > 0
                        && box.x() >= 0
                        && box.y() >= 0
                        && box.x() + box.width() <= width
                        && box.y() + box.height() <= height;
            case Region.Polygon polygon ->
                polygon.corners().size() >= 3
                        && polygon.corners().size() <= 50
                        && polygon.corners().stream()
                                .allMatch(corner -> corner.x() >= 0
                                        && corner.x() <= width
                                        && corner.y() >= 0
                                        && corner.y() <= height);
        };
    }

    private static void rubric(Rubric rubric, Found found) {
        if (rubric.points().size() > MOST_RUBRIC) {
            found.add("rubric/points", "bank.rule.rubric-count", MOST_RUBRIC);
        }
        for (int i = 0; i < rubric.points().size(); i++) {
            Rubric.Point point = rubric.points().get(i);
            found.length("rubric/points/" + i + "/text", point.text(), 1, LONGEST_OPTION);
            weight("rubric/points/" + i, point.weight(), found);
        }
        found.length("rubric/sample", rubric.sample(), 0, LONGEST_SAMPLE);
        found.length("rubric/hints", rubric.hints(), 0, LONGEST_SAMPLE);
    }

    private static void weight(String path, BigDecimal weight, Found found) {
        if (weight.signum() <= 0 || weight.compareTo(BigDecimal.valueOf(1000)) > 0) {
            found.add(path, "bank.rule.weight");
        }
    }

    private static void parts(Interaction.Case all, Found found) {
        if (all.parts().isEmpty() || all.parts().size() > MOST_PARTS) {
            found.add("parts", "bank.rule.parts-count", MOST_PARTS, all.parts().size());
        }
        for (int i = 0; i < all.parts().size(); i++) {
            CasePart part = all.parts().get(i);
            Found inner = found.below("parts/" + i + "/");
            inner.length("stem", part.stem(), 1, ItemRules.LONGEST_TEXT);
            inner.length("explanation", part.explanation(), 0, ItemRules.LONGEST_TEXT);
            weight("parts/" + i, part.weight(), found);
            switch (part.interaction()) {
                case Interaction.Case nested -> inner.add("type", "bank.rule.part-type");
                case Interaction.Practical nested -> inner.add("type", "bank.rule.part-type");
                case Interaction.Calculated nested -> inner.add("type", "bank.rule.part-type");
                default -> check(part.stem(), part.explanation(), part.interaction(), inner);
            }
        }
    }

    private static void practical(Interaction.Practical practical, Found found) {
        if (practical.preparation().size() > MOST_CRITERIA) {
            found.add("preparation", "bank.rule.criteria-count", MOST_CRITERIA);
        }
        for (int i = 0; i < practical.preparation().size(); i++) {
            found.length("preparation/" + i, practical.preparation().get(i), 1, LONGEST_STEP);
        }
        if (practical.minutes() < 1 || practical.minutes() > MOST_MINUTES) {
            found.add("minutes", "bank.rule.minutes", MOST_MINUTES);
        }
        if (practical.criteria().isEmpty() || practical.criteria().size() > MOST_CRITERIA) {
            found.add("criteria", "bank.rule.criteria-count", MOST_CRITERIA);
        }
        for (int i = 0; i < practical.criteria().size(); i++) {
            Criterion criterion = practical.criteria().get(i);
            found.length("criteria/" + i + "/text", criterion.text(), 1, LONGEST_OPTION);
            found.length("criteria/" + i + "/deductions", criterion.deductions(), 0, LONGEST_OPTION);
            weight("criteria/" + i, criterion.points(), found);
        }
    }

    private static void unique(String field, List<String> texts, Found found) {
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            if (!text.isBlank() && !seen.add(folded(text))) {
                found.add(field, "bank.rule.twice", text.strip());
            }
        }
    }

    private static String folded(String text) {
        return SPACE.matcher(Grams.normal(text)).replaceAll("");
    }
}
