package org.lianbing.trade.editing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.lianbing.base.Problem;
import org.lianbing.trade.editing.LineTree.Node;
import org.lianbing.trade.editing.OutlineLine.Kind;
import org.lianbing.trade.sheet.Texts;

/** Applies what a person does to the lines of a draft. */
final class LineChanges {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DEEPEST = 6;
    private static final int LONGEST_TEXT = 2_000;

    private LineChanges() {}

    static OutlineDraft apply(OutlineDraft draft, LineChange change) {
        List<OutlineLine> lines = new ArrayList<>(draft.lines());
        switch (change) {
            case LineChange.Mend mend -> replace(lines, mend.line(), mended(at(lines, mend.line()), mend.texts()));
            case LineChange.Insert insert -> insert(lines, insert);
            case LineChange.Remove remove -> lines.remove(index(lines, remove.line()));
            case LineChange.Become become ->
                replace(
                        lines,
                        become.line(),
                        at(lines, become.line()).as(become.kind(), Math.clamp(become.depth(), 1, DEEPEST)));
            case LineChange.ScaleWeights scale -> scale(draft, lines, scale.line());
            case LineChange.FillImportance fill -> fill(lines, fill);
        }
        return draft.withLines(lines);
    }

    private static OutlineLine mended(OutlineLine line, Map<OutlineField, String> texts) {
        OutlineLine mended = line;
        for (Map.Entry<OutlineField, String> text : texts.entrySet()) {
            String value = text.getValue().strip();
            if (value.length() > LONGEST_TEXT) {
                throw Problem.tooLarge("trade.outline.text-long", LONGEST_TEXT);
            }
            mended = mended.with(text.getKey(), tidy(text.getKey(), value));
        }
        return mended;
    }

    /** Codes with hyphens, weights in plain percent, importance as X, Y or Z; what cannot be read stays as written. */
    private static String tidy(OutlineField field, String text) {
        return switch (field) {
            case CODE -> String.join("-", Texts.parts(text));
            case NAME -> text;
            case WEIGHT -> Texts.number(text).map(Texts::plain).orElse(text);
            case IMPORTANCE -> Texts.importance(text).map(Enum::name).orElse(text);
        };
    }

    private static void insert(List<OutlineLine> lines, LineChange.Insert insert) {
        int at = insert.after() == 0 ? 0 : index(lines, insert.after()) + 1;
        int number = lines.stream().mapToInt(OutlineLine::number).max().orElse(0) + 1;
        OutlineLine blank = new OutlineLine(
                number, insert.kind(), Math.clamp(insert.depth(), 1, DEEPEST), "", false, "", "", "", "", 0, Map.of());
        lines.add(at, blank);
        String above = new LineTree(lines)
                .root()
                .all()
                .filter(node -> node.points().contains(blank)
                        || node.ranges().stream().anyMatch(range -> blank.equals(range.line())))
                .findFirst()
                .map(Node::code)
                .orElse("");
        lines.set(at, blank.recoded(nextCode(lines, above, insert.kind())));
    }

    private static String nextCode(List<OutlineLine> lines, String above, Kind kind) {
        Map<String, Integer> taken = LineTree.codes(lines);
        String start = above.isEmpty() ? "" : above + "-";
        return IntStream.rangeClosed(1, 999)
                .mapToObj(i -> start
                        + (kind == Kind.POINT || i > 26
                                ? String.format(java.util.Locale.ROOT, "%03d", i)
                                : String.valueOf((char) ('A' + i - 1))))
                .filter(code -> !taken.containsKey(code))
                .findFirst()
                .orElse("");
    }

    private static void scale(OutlineDraft draft, List<OutlineLine> lines, int number) {
        LineTree tree = new LineTree(lines);
        Node parent = tree.root()
                .all()
                .filter(node -> node.ranges().stream()
                        .anyMatch(range -> Objects.requireNonNull(range.line()).number() == number))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("base.not-found"));
        List<OutlineLine> siblings = parent.ranges().stream()
                .map(range -> Objects.requireNonNull(range.line()))
                .toList();
        Weights.scaled(siblings, nearest(draft, tree, parent, siblings))
                .forEach((line, weight) ->
                        replace(lines, line, at(lines, line).with(OutlineField.WEIGHT, Texts.plain(weight))));
    }

    /** What siblings are meant to add up to: the weight of the range around them, or 100, whichever lies nearer. */
    private static BigDecimal nearest(OutlineDraft draft, LineTree tree, Node parent, List<OutlineLine> siblings) {
        BigDecimal inside = OutlineCheck.inside(draft);
        OutlineLine above = parent.line();
        BigDecimal whole =
                above == null ? inside : Weights.of(tree, inside).ofWhole().getOrDefault(above.number(), HUNDRED);
        BigDecimal sum = siblings.stream()
                .map(line -> Texts.number(line.weight()).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean nearer =
                sum.subtract(whole).abs().compareTo(sum.subtract(HUNDRED).abs()) <= 0;
        return nearer && whole.signum() > 0 ? whole : HUNDRED;
    }

    private static void fill(List<OutlineLine> lines, LineChange.FillImportance fill) {
        lines.replaceAll(line -> line.isPoint() && !line.importance().matches("[XYZ]")
                ? line.with(OutlineField.IMPORTANCE, fill.importance().name())
                : line);
    }

    private static OutlineLine at(List<OutlineLine> lines, int number) {
        return lines.get(index(lines, number));
    }

    private static int index(List<OutlineLine> lines, int number) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    private static void replace(List<OutlineLine> lines, int number, OutlineLine line) {
        lines.set(index(lines, number), line);
    }
}
