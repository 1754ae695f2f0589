package org.lianbing.paper.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;
import org.lianbing.paper.PaperSlot;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotView;

/** A key in the letters that stand on the paper. */
final class KeyText {

    private final Words words;

    KeyText(Words words) {
        this.words = words;
    }

    /** Whether the key is so short that it stands in a table of many. */
    static boolean isShort(PaperSlot slot) {
        return switch (slot.type()) {
            case TRUE_FALSE, SINGLE_CHOICE, MULTIPLE_CHOICE -> true;
            case CALCULATED -> slot.body().options() != null;
            default -> false;
        };
    }

    /** The key on one line; empty where it takes more than that. */
    String line(PaperSlot slot, SlotFeedback.Key key) {
        List<String> tokens = key.tokens();
        if (tokens != null) {
            return slot.type() == ItemType.ORDERING ? letters(slot, tokens, "→") : letters(slot, tokens, "");
        }
        if (key.value() != null) {
            return number(key.value(), key.tolerance()) + (key.unit() == null ? "" : " " + key.unit());
        }
        List<SlotFeedback.KeyBlank> blanks = key.blanks();
        if (blanks != null) {
            return blanks(slot, blanks);
        }
        Map<String, String> pairs = key.pairs();
        if (pairs != null) {
            return pairs(slot, pairs);
        }
        List<SlotFeedback.KeyRegion> regions = key.regions();
        return regions == null ? "" : squares(slot, regions);
    }

    private static String letters(PaperSlot slot, List<String> tokens, String between) {
        List<SlotView.Option> options = options(slot.body().options());
        if (slot.type() == ItemType.TRUE_FALSE) {
            return options.getFirst().token().equals(tokens.getFirst()) ? "√" : "×";
        }
        return String.join(
                between, tokens.stream().map(token -> letter(options, token)).toList());
    }

    private static String letter(List<SlotView.Option> options, String token) {
        for (int place = 0; place < options.size(); place++) {
            if (options.get(place).token().equals(token)) {
                return Letters.of(place);
            }
        }
        return "?";
    }

    private static List<SlotView.Option> options(@Nullable List<SlotView.Option> options) {
        return options == null ? List.of() : options;
    }

    private static String number(String value, @Nullable String tolerance) {
        return tolerance == null || tolerance.equals("0") ? value : value + " ± " + tolerance;
    }

    private String blanks(PaperSlot slot, List<SlotFeedback.KeyBlank> blanks) {
        List<SlotView.Blank> places = Optional.ofNullable(slot.body().blanks()).orElse(List.of());
        List<String> said = new ArrayList<>();
        for (int place = 0; place < blanks.size(); place++) {
            SlotFeedback.KeyBlank blank = blanks.get(place);
            String text = blank.accepted() != null
                    ? String.join(words.get("or"), blank.accepted())
                    : blank.value() != null
                            ? number(blank.value(), blank.tolerance())
                            : letter(
                                    options(
                                            place < places.size()
                                                    ? places.get(place).options()
                                                    : null),
                                    blank.token() == null ? "" : blank.token());
            said.add(blanks.size() == 1 ? text : words.get("blank", String.valueOf(place + 1)) + text);
        }
        return String.join("　", said);
    }

    private static String pairs(PaperSlot slot, Map<String, String> pairs) {
        List<SlotView.Option> lefts = options(slot.body().lefts());
        List<SlotView.Option> rights = options(slot.body().options());
        List<String> said = new ArrayList<>();
        for (int place = 0; place < lefts.size(); place++) {
            String right = pairs.get(lefts.get(place).token());
            said.add((place + 1) + "—" + (right == null ? "?" : letter(rights, right)));
        }
        return String.join("　", said);
    }

    private String squares(PaperSlot slot, List<SlotFeedback.KeyRegion> regions) {
        SlotView.Picture picture = slot.body().picture();
        if (picture == null) {
            return "";
        }
        SpotGrid grid = new SpotGrid(picture.width(), picture.height());
        return String.join(
                "；",
                regions.stream()
                        .filter(SlotFeedback.KeyRegion::correct)
                        .map(region -> (region.name().isEmpty() ? "" : region.name() + " ")
                                + String.join("、", grid.cells(region.shape())))
                        .toList());
    }

    /** What takes more than a line: points of a rubric, a picture with its places. */
    void more(Element parent, PaperSlot slot, SlotFeedback.Key key) {
        SlotView.Picture picture = slot.body().picture();
        if (key.regions() != null && picture != null) {
            new SpotGrid(picture.width(), picture.height())
                    .draw(
                            parent,
                            picture.html(),
                            key.regions().stream()
                                    .filter(SlotFeedback.KeyRegion::correct)
                                    .map(SlotFeedback.KeyRegion::shape)
                                    .toList());
        }
        List<SlotFeedback.RubricPoint> points = key.points();
        if (points != null) {
            rubric(parent, slot, points);
        }
        if (key.sample() != null) {
            Element sample = Markup.line(parent, "sample", words.get("sample"));
            sample.append(key.sample());
        }
        SlotView.Task task = slot.body().task();
        if (task != null) {
            Element list = parent.appendElement("ol").addClass("points");
            task.criteria()
                    .forEach(criterion -> list.appendElement("li")
                            .append(criterion.text() + worth(criterion.points()) + criterion.deductions()));
        }
    }

    /** Weights of a rubric as points of this paper. */
    private void rubric(Element parent, PaperSlot slot, List<SlotFeedback.RubricPoint> points) {
        BigDecimal sum = points.stream().map(SlotFeedback.RubricPoint::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        Element list = parent.appendElement("ol").addClass("points");
        for (SlotFeedback.RubricPoint point : points) {
            BigDecimal worth = sum.signum() == 0
                    ? BigDecimal.ZERO
                    : slot.maxScore().multiply(point.weight()).divide(sum, 2, RoundingMode.HALF_UP);
            list.appendElement("li").append(point.text() + worth(worth));
        }
    }

    private String worth(BigDecimal points) {
        return words.get("worth", Words.points(points));
    }
}
