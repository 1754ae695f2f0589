package org.lianbing.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.media.Media;
import org.lianbing.media.MediaId;
import org.lianbing.search.Grams;
import org.lianbing.trade.Outline;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.Trades;

/**
 * What an item must fulfil before the bank takes it. Each problem names its field in the property {@code field}, as a
 * path: {@code stem}, {@code options}, {@code options/1/text}, {@code points}.
 */
@Component
public class ItemRules {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}-[0-9]{4,6}");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*\\]\\(\\s*<?([^)\\s>]*)");
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_OPTION = 500;
    private static final int LONGEST_STEP = 300;
    private static final int LONGEST_UNIT = 20;
    private static final int LONGEST_SOURCE = 200;
    private static final int MOST_OPTIONS = 8;
    private static final int MOST_STEPS = 8;
    private static final int MOST_POINTS = 4;
    private static final int MOST_DIGITS = 15;

    private final Trades trades;
    private final Outlines outlines;
    private final Media media;

    ItemRules(Trades trades, Outlines outlines, Media media) {
        this.trades = trades;
        this.outlines = outlines;
        this.media = media;
    }

    /**
     * Demands that the draft fulfils all rules.
     *
     * @throws Problem the first that is there
     */
    public void check(ItemDraft draft) {
        List<Problem> problems = problems(draft);
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
    }

    /** Everything that is wrong with the draft, in the order of the fields. */
    public List<Problem> problems(ItemDraft draft) {
        Found found = new Found(new ArrayList<>());
        Trade trade = trades.get(draft.trade());
        checkCode(draft, trade, found);
        checkLevels(draft, trade, found);
        checkPoints(draft, trade, found);
        ItemContent content = draft.content();
        found.length("stem", content.stem(), 1, LONGEST_TEXT);
        checkInteraction(content.interaction(), found);
        found.length("explanation", content.explanation(), 0, LONGEST_TEXT);
        if (content.difficulty() < 1 || content.difficulty() > 5) {
            found.add("difficulty", "bank.rule.difficulty");
        }
        found.length("source", draft.source(), 0, LONGEST_SOURCE);
        checkPictures(content, found);
        return found.problems();
    }

    private static void checkCode(ItemDraft draft, Trade trade, Found found) {
        String code = draft.code();
        if (code != null && !(CODE.matcher(code).matches() && code.startsWith(trade.code() + "-"))) {
            found.add("code", "bank.rule.code", trade.code());
        }
    }

    private static void checkLevels(ItemDraft draft, Trade trade, Found found) {
        if (trade.kind() == TradeKind.TRADE && draft.levels().isEmpty()) {
            found.add("levels", "bank.rule.levels-missing");
        }
        if (trade.kind() != TradeKind.TRADE && !draft.levels().isEmpty()) {
            found.add("levels", "bank.rule.levels-none", trade.name());
        }
    }

    /** A point stands in an outline of the item's trade, at one of the item's levels, or in an included foundation. */
    private void checkPoints(ItemDraft draft, Trade trade, Found found) {
        if (draft.points().size() > MOST_POINTS) {
            found.add("points", "bank.rule.points-many", MOST_POINTS);
        }
        Map<PointId, Point> known = outlines.points(draft.points());
        Set<TradeId> included = included(trade);
        for (PointId id : draft.points()) {
            Point point = known.get(id);
            if (point == null) {
                found.add("points", "bank.rule.point-unknown");
            } else if (point.trade().equals(trade.id())) {
                Level level = point.level();
                if (level != null && !draft.levels().contains(level)) {
                    found.add("points", "bank.rule.point-level", point.code(), point.name());
                }
            } else if (!included.contains(point.trade())) {
                found.add("points", "bank.rule.point-elsewhere", point.code(), point.name());
            }
        }
    }

    private Set<TradeId> included(Trade trade) {
        return trade.levels().stream()
                .flatMap(level -> outlines.current(trade.id(), level).stream())
                .flatMap(outline -> outline.inclusions().stream())
                .map(Outline.Inclusion::foundation)
                .collect(Collectors.toSet());
    }

    private static void checkInteraction(Interaction interaction, Found found) {
        switch (interaction) {
            case Interaction.TrueFalse truth -> {
                // Nothing can be wrong with a yes or a no.
            }
            case Interaction.SingleChoice choice -> {
                checkOptions(choice.options(), 2, found);
                if (keys(choice.options()) != 1) {
                    found.add("options", "bank.rule.one-key", keys(choice.options()));
                }
            }
            case Interaction.MultipleChoice choice -> {
                checkOptions(choice.options(), 3, found);
                long keys = keys(choice.options());
                if (keys < 2 || keys == choice.options().size()) {
                    found.add("options", "bank.rule.several-keys", keys);
                }
            }
            case Interaction.Ordering ordering -> checkSteps(ordering.steps(), found);
            case Interaction.Numeric number -> checkNumber(number, found);
        }
    }

    private static long keys(List<Option> options) {
        return options.stream().filter(Option::correct).count();
    }

    private static void checkOptions(List<Option> options, int least, Found found) {
        if (options.size() < least || options.size() > MOST_OPTIONS) {
            found.add("options", "bank.rule.options-count", least, MOST_OPTIONS, options.size());
        }
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            found.length("options/" + i + "/text", option.text(), 1, LONGEST_OPTION);
            String why = option.why();
            found.length("options/" + i + "/why", why == null ? "" : why, 0, LONGEST_OPTION);
        }
        checkUnique("options", options.stream().map(Option::text).toList(), found);
    }

    private static void checkSteps(List<String> steps, Found found) {
        if (steps.size() < 3 || steps.size() > MOST_STEPS) {
            found.add("steps", "bank.rule.steps-count", 3, MOST_STEPS, steps.size());
        }
        for (int i = 0; i < steps.size(); i++) {
            found.length("steps/" + i, steps.get(i), 1, LONGEST_STEP);
        }
        checkUnique("steps", steps, found);
    }

    private static void checkUnique(String field, List<String> texts, Found found) {
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            if (!text.isBlank() && !seen.add(Grams.normal(text).replaceAll("\\s+", ""))) {
                found.add(field, "bank.rule.twice", text.strip());
            }
        }
    }

    private static void checkNumber(Interaction.Numeric number, Found found) {
        if (number.tolerance().signum() < 0) {
            found.add("tolerance", "bank.rule.tolerance");
        }
        for (BigDecimal value : List.of(number.key(), number.tolerance())) {
            if (value.precision() > MOST_DIGITS || Math.abs(value.scale()) > MOST_DIGITS) {
                found.add("key", "bank.rule.digits", MOST_DIGITS);
            }
        }
        found.length("unit", number.unit(), 0, LONGEST_UNIT);
    }

    private void checkPictures(ItemContent content, Found found) {
        texts(content).forEach((field, text) -> {
            Matcher pictures = PICTURE.matcher(text);
            while (pictures.find()) {
                String destination = pictures.group(1);
                if (ItemText.picture(destination).filter(this::isThere).isEmpty()) {
                    found.add(field, "bank.rule.picture", destination);
                }
            }
        });
    }

    private boolean isThere(MediaId id) {
        return !media.existing(Set.of(id)).isEmpty();
    }

    private static Map<String, String> texts(ItemContent content) {
        Map<String, String> texts = new java.util.LinkedHashMap<>();
        texts.put("stem", content.stem());
        Collection<String> parts = switch (content.interaction()) {
            case Interaction.SingleChoice choice ->
                choice.options().stream().map(Option::text).toList();
            case Interaction.MultipleChoice choice ->
                choice.options().stream().map(Option::text).toList();
            case Interaction.Ordering ordering -> ordering.steps();
            case Interaction.TrueFalse truth -> List.of();
            case Interaction.Numeric number -> List.of();
        };
        texts.put(
                content.interaction() instanceof Interaction.Ordering ? "steps" : "options", String.join("\n", parts));
        texts.put("explanation", content.explanation());
        return texts;
    }

    /** Gathers problems by field. */
    private record Found(List<Problem> problems) {

        void add(String field, String code, Object... arguments) {
            problems.add(Problem.invalid(code, arguments).with("field", field));
        }

        void length(String field, String text, int least, int most) {
            if (text.strip().length() < least) {
                add(field, "bank.rule.empty");
            } else if (text.length() > most) {
                add(field, "bank.rule.long", most, text.length());
            }
        }
    }
}
