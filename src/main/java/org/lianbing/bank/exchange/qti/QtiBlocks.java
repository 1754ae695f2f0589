package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.Region;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.exchange.format.Question.Remark;

/** The interactions of QTI as ways of answering. */
final class QtiBlocks {

    /** Corners of the polygon that stands for an ellipse. */
    private static final int ELLIPSE = 24;

    private final QtiKey key;
    private final QtiText text;
    private final List<Remark> remarks;

    QtiBlocks(QtiKey key, QtiText text, List<Remark> remarks) {
        this.key = key;
        this.text = text;
        this.remarks = remarks;
    }

    /** An interaction that has no counterpart here. */
    static class Foreign extends Exception {
        private static final long serialVersionUID = 1L;
        private final String type;

        Foreign(String type) {
            super(type, null, false, false);
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    /** A graphic interaction without its picture. */
    static final class NoPicture extends Foreign {
        private static final long serialVersionUID = 1L;

        NoPicture() {
            super("picture");
        }
    }

    Interaction interaction(Element element) throws Foreign {
        return switch (element.normalName()) {
            case "choiceinteraction" -> choice(element.select("simplechoice"), one(element));
            case "hottextinteraction" -> choice(element.select("hottext"), one(element));
            case "orderinteraction" -> order(element);
            case "matchinteraction" -> match(element);
            case "associateinteraction" -> associate(element);
            case "gapmatchinteraction" -> gapMatch(element);
            case "hotspotinteraction" -> hotspot(element);
            case "selectpointinteraction" -> selectPoint(element);
            case "extendedtextinteraction" -> written(element);
            case "sliderinteraction" -> new Interaction.Numeric(number(), BigDecimal.ZERO, "");
            default -> throw new Foreign(element.normalName());
        };
    }

    /** What is asked at the interaction itself. */
    String stem(Element element) {
        return element.normalName().equals("hottextinteraction") ? text.hottext(element) : text.prompt(element);
    }

    private boolean one(Element element) {
        String most = element.attr("maxchoices");
        return key.single() || most.equals("1");
    }

    private Interaction choice(List<Element> choices, boolean one) {
        Set<String> keys = one ? Set.copyOf(key.best()) : Set.of();
        if (one
                && key.correct().isEmpty()
                && key.mapped().keySet().stream().anyMatch(id -> key.right(id) && !keys.contains(id))) {
            remarks.add(Remark.of("exchange.remark.part-weights-dropped"));
        }
        List<Option> options = choices.stream()
                .map(choice -> new Option(
                        text.markdown(choice),
                        one ? keys.contains(choice.attr("identifier")) : key.right(choice.attr("identifier")),
                        why(choice)))
                .toList();
        long right = options.stream().filter(Option::correct).count();
        List<String> ids =
                choices.stream().map(choice -> choice.attr("identifier")).toList();
        if (right == 1 && ids.size() == 2 && ids.containsAll(List.of("true", "false"))) {
            return new Interaction.TrueFalse(options.get(ids.indexOf("true")).correct());
        }
        return one || right == 1 ? new Interaction.SingleChoice(options) : new Interaction.MultipleChoice(options);
    }

    private @Nullable String why(Element choice) {
        Element feedback = choice.selectFirst("feedbackinline, feedbackblock");
        String said = feedback == null ? "" : text.markdown(feedback);
        return said.isEmpty() ? null : said;
    }

    private Interaction order(Element element) {
        Map<String, String> steps = named(element.select("simplechoice"));
        List<String> order = key.correct().isEmpty() ? List.copyOf(steps.keySet()) : key.correct();
        List<String> outside = new ArrayList<>(steps.keySet());
        outside.removeAll(order);
        leftOut(outside.stream().map(id -> steps.getOrDefault(id, id)).toList());
        return new Interaction.Ordering(
                order.stream().map(id -> steps.getOrDefault(id, id)).toList());
    }

    /** What the key does not use. */
    private void leftOut(List<String> texts) {
        if (!texts.isEmpty()) {
            remarks.add(Remark.of("exchange.remark.unused-left-out", String.join(" / ", texts)));
        }
    }

    private Map<String, String> named(List<Element> choices) {
        Map<String, String> named = new LinkedHashMap<>();
        choices.forEach(choice -> named.put(choice.attr("identifier"), text.markdown(choice)));
        return named;
    }

    /** All pairs that are right. */
    private List<String[]> rightPairs() {
        List<String> pairs = key.correct().isEmpty()
                ? key.mapped().keySet().stream().filter(key::right).toList()
                : key.correct();
        return pairs.stream()
                .map(pair -> pair.split("\\s+", 2))
                .filter(pair -> pair.length == 2)
                .toList();
    }

    private Interaction match(Element element) {
        List<Element> sets = element.select("simplematchset");
        Map<String, String> lefts = named(sets.get(0).select("simpleassociablechoice"));
        Map<String, String> rights = named(sets.get(1).select("simpleassociablechoice"));
        return pairs(lefts, rights);
    }

    private Interaction associate(Element element) {
        Map<String, String> all = named(element.select("simpleassociablechoice"));
        return pairs(all, all);
    }

    private Interaction pairs(Map<String, String> lefts, Map<String, String> rights) {
        List<Pair> pairs = new ArrayList<>();
        List<String> left = new ArrayList<>(rights.keySet());
        List<String> alone = new ArrayList<>(lefts.keySet());
        for (String[] pair : rightPairs()) {
            pairs.add(new Pair(lefts.getOrDefault(pair[0], pair[0]), rights.getOrDefault(pair[1], pair[1])));
            left.remove(pair[1]);
            left.remove(pair[0]);
            alone.remove(pair[0]);
        }
        if (lefts != rights) {
            leftOut(alone.stream().map(id -> lefts.getOrDefault(id, id)).toList());
        }
        return new Interaction.Matching(
                pairs, left.stream().map(id -> rights.getOrDefault(id, id)).toList());
    }

    private Interaction gapMatch(Element element) {
        Map<String, String> words = named(element.select("gaptext, gapimg"));
        Map<String, String> inGap = new LinkedHashMap<>();
        rightPairs().forEach(pair -> inGap.put(pair[1], pair[0]));
        List<String> ids = List.copyOf(words.keySet());
        List<Blank> blanks = new ArrayList<>();
        for (Element gap : element.select("gap")) {
            int place = ids.indexOf(inGap.getOrDefault(gap.attr("identifier"), ""));
            if (place < 0) {
                remarks.add(Remark.guess(0.2, "exchange.remark.no-key"));
            }
            blanks.add(new Blank.Pick(List.copyOf(words.values()), Math.max(place, 0)));
        }
        return new Interaction.FillIn(blanks);
    }

    private Interaction written(Element element) {
        String hints = element.parents().select("itembody").select("rubricblock").stream()
                .map(text::markdown)
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
        return new Interaction.Essay(new Rubric(List.of(), String.join("\n", key.correct()), hints));
    }

    private Interaction hotspot(Element element) throws Foreign {
        QtiText.Picture picture = text.picture(element).orElseThrow(NoPicture::new);
        List<Region> regions = new ArrayList<>();
        for (Element spot : element.select("hotspotchoice")) {
            shape(spot.attr("shape"), spot.attr("coords"), picture)
                    .ifPresent(shape -> regions.add(
                            new Region(shape, spot.attr("hotspotlabel"), key.right(spot.attr("identifier")))));
        }
        return new Interaction.Hotspot(described(picture), picture.width(), picture.height(), regions);
    }

    private Interaction selectPoint(Element element) throws Foreign {
        QtiText.Picture picture = text.picture(element).orElseThrow(NoPicture::new);
        List<Region> regions = new ArrayList<>();
        for (Element area : key.areas()) {
            boolean right = new BigDecimal(area.attr("mappedvalue")).signum() > 0;
            shape(area.attr("shape"), area.attr("coords"), picture)
                    .ifPresent(shape -> regions.add(new Region(shape, "", right)));
        }
        return new Interaction.Hotspot(described(picture), picture.width(), picture.height(), regions);
    }

    private static String described(QtiText.Picture picture) {
        return picture.markdown();
    }

    private static Optional<Region.Shape> shape(String shape, String coords, QtiText.Picture picture) {
        int[] at = Arrays.stream(coords.split("\\s*,\\s*"))
                .filter(part -> !part.isBlank())
                .mapToInt(part -> (int) Math.round(Double.parseDouble(part.strip())))
                .toArray();
        return switch (shape) {
            case "circle" -> Optional.of(new Region.Circle(at[0], at[1], at[2]));
            case "rect" -> Optional.of(new Region.Rectangle(at[0], at[1], at[2] - at[0], at[3] - at[1]));
            case "poly" -> {
                List<Region.Spot> corners = new ArrayList<>();
                for (int i = 0; i + 1 < at.length; i += 2) {
                    corners.add(new Region.Spot(at[i], at[i + 1]));
                }
                // QTI closes a polygon by repeating its first corner.
                if (corners.size() > 3 && corners.getFirst().equals(corners.getLast())) {
                    corners.removeLast();
                }
                yield Optional.of(new Region.Polygon(corners));
            }
            case "ellipse" -> Optional.of(new Region.Polygon(ellipse(at[0], at[1], at[2], at[3])));
            case "default" -> Optional.of(new Region.Rectangle(0, 0, picture.width(), picture.height()));
            default -> Optional.empty();
        };
    }

    private static List<Region.Spot> ellipse(int x, int y, int width, int height) {
        return IntStream.range(0, ELLIPSE)
                .mapToObj(corner -> 2 * Math.PI * corner / ELLIPSE)
                .map(angle -> new Region.Spot(
                        (int) Math.round(x + width * Math.cos(angle)), (int) Math.round(y + height * Math.sin(angle))))
                .toList();
    }

    /** An inline interaction. */
    Blank blank(Element element) {
        if (element.normalName().equals("inlinechoiceinteraction")) {
            Map<String, String> choices = named(element.select("inlinechoice"));
            // An empty choice only says that nothing is chosen yet.
            choices.values().removeIf(String::isEmpty);
            List<String> ids = List.copyOf(choices.keySet());
            int right = ids.stream()
                    .filter(key.best()::contains)
                    .map(ids::indexOf)
                    .findFirst()
                    .orElse(-1);
            if (right < 0 && !key.empty()) {
                remarks.add(Remark.guess(0.2, "exchange.remark.no-key"));
            }
            return new Blank.Pick(List.copyOf(choices.values()), Math.max(right, 0));
        }
        key.partly().forEach((value, share) -> remarks.add(Remark.of("exchange.remark.partial-answer", value, share)));
        if (key.numeric()) {
            return new Blank.Value(number(), BigDecimal.ZERO);
        }
        boolean exact = !key.caseSensitive().isEmpty();
        return new Blank.Words(key.accepted(), exact);
    }

    private BigDecimal number() {
        return new BigDecimal(key.accepted().getFirst());
    }
}
