package org.lianbing.trade.editing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.editing.LineTree.Node;
import org.lianbing.trade.editing.OutlineDraft.DraftInclusion;
import org.lianbing.trade.sheet.Texts;

/** Tells what is wrong with a draft, each thing where it stands. A function of the draft and of what is there already. */
final class OutlineCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_EDITION = 40;
    /** 鉴定要素细目表: X at least 80 % of the points, Y at most 15 %, Z at most 5 %. */
    private static final int LEAST_CORE = 80;

    /**
     * What is known around a draft.
     *
     * @param trade the trade that the draft names, or null
     * @param may whether the person may write its outlines
     * @param editions the names of the editions that are there already
     * @param foundations all foundations
     */
    record Around(@Nullable Trade trade, boolean may, Set<String> editions, Set<TradeId> foundations) {}

    private final OutlineDraft draft;
    private final Around around;
    private final List<OutlineProblem> problems = new ArrayList<>();

    private OutlineCheck(OutlineDraft draft, Around around) {
        this.draft = draft;
        this.around = around;
    }

    static List<OutlineProblem> check(OutlineDraft draft, Around around) {
        OutlineCheck check = new OutlineCheck(draft, around);
        check.head();
        LineTree tree = new LineTree(draft.lines());
        check.problems.addAll(Weights.of(tree, inside(draft)).problems());
        check.codes();
        tree.root().all().forEach(check::range);
        tree.root()
                .points()
                .forEach(point -> check.problems.add(
                        OutlineProblem.blocking(point, OutlineField.CODE, "trade.outline.point-outside")));
        check.importance();
        return List.copyOf(check.problems);
    }

    /** What the ranges share of the whole: what the foundations leave. */
    static BigDecimal inside(OutlineDraft draft) {
        return HUNDRED.subtract(
                draft.inclusions().stream().map(DraftInclusion::weight).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private void head() {
        Trade trade = around.trade();
        if (trade == null) {
            whole("trade", "trade.outline.no-trade");
        } else if (!around.may()) {
            whole("trade", "trade.outline.not-yours", trade.name());
        } else if (trade.kind() == TradeKind.TRADE && draft.level() == null) {
            whole("level", "trade.outline.no-level");
        } else if (trade.kind() != TradeKind.TRADE && draft.level() != null) {
            whole("level", "trade.outline.level", trade.name());
        }
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            whole("name", "trade.outline.no-title", String.valueOf(LONGEST_NAME));
        }
        if (draft.edition().isBlank() || draft.edition().length() > LONGEST_EDITION) {
            whole("edition", "trade.outline.no-edition", String.valueOf(LONGEST_EDITION));
        } else if (around.editions().contains(draft.edition())) {
            whole("edition", "trade.outline.edition-there", draft.edition());
        }
        Set<TradeId> named = new HashSet<>();
        for (DraftInclusion inclusion : draft.inclusions()) {
            boolean sound = around.foundations().contains(inclusion.foundation())
                    && named.add(inclusion.foundation())
                    && inclusion.weight().signum() > 0;
            if (!sound || trade != null && trade.kind() != TradeKind.TRADE) {
                whole("inclusions", "trade.outline.inclusion");
            }
        }
        if (inside(draft).signum() <= 0) {
            whole("inclusions", "trade.outline.inclusions-all");
        }
        if (draft.points() == 0) {
            whole("lines", "trade.outline.no-points");
        }
    }

    private void whole(String subject, String code, String... arguments) {
        problems.add(OutlineProblem.ofWhole(subject, true, code, arguments));
    }

    private void codes() {
        Map<String, Integer> codes = LineTree.codes(draft.lines());
        for (OutlineLine line : draft.lines()) {
            if (!line.code().matches("[\\p{Alnum}\\p{IsHan}.]+(-[\\p{Alnum}\\p{IsHan}.]+)*")
                    || line.code().length() > LONGEST_CODE) {
                add(line, OutlineField.CODE, "trade.outline.code-wrong", line.code());
            } else if (codes.getOrDefault(line.code(), 0) > 1) {
                add(line, OutlineField.CODE, "trade.outline.code-twice", line.code());
            }
            if (line.name().isBlank()) {
                add(line, OutlineField.NAME, "trade.outline.name-missing");
            } else if (line.name().length() > LONGEST_NAME) {
                add(line, OutlineField.NAME, "trade.outline.name-long", String.valueOf(LONGEST_NAME));
            }
        }
    }

    private void range(Node node) {
        OutlineLine line = node.line();
        if (line == null) {
            return;
        }
        if (node.ranges().isEmpty() && node.points().isEmpty()) {
            add(line, OutlineField.NAME, "trade.outline.range-empty");
        }
        node.ranges().forEach(inside -> nested(node.code(), Objects.requireNonNull(inside.line())));
        Set<String> names = new HashSet<>();
        for (OutlineLine point : node.points()) {
            nested(node.code(), point);
            if (!names.add(point.name().strip())) {
                problems.add(OutlineProblem.remark(point, OutlineField.NAME, "trade.outline.name-twice"));
            }
            if (point.importance().isBlank()) {
                add(point, OutlineField.IMPORTANCE, "trade.outline.importance-missing");
            } else if (!isImportance(point)) {
                add(point, OutlineField.IMPORTANCE, "trade.outline.importance-unread", point.importance());
            }
        }
    }

    private void nested(String above, OutlineLine line) {
        if (!line.code().startsWith(above + "-")) {
            add(line, OutlineField.CODE, "trade.outline.code-outside", line.code(), above);
        }
    }

    private static boolean isImportance(OutlineLine point) {
        return Texts.importance(point.importance())
                .filter(found -> found.name().equals(point.importance()))
                .isPresent();
    }

    private void importance() {
        long core = draft.lines().stream()
                .filter(line -> line.importance().equals("X"))
                .count();
        if (draft.points() > 0 && core * HUNDRED.intValue() < draft.points() * LEAST_CORE) {
            problems.add(OutlineProblem.ofWhole(
                    "lines",
                    false,
                    "trade.outline.few-core",
                    String.valueOf(core * HUNDRED.intValue() / draft.points()),
                    String.valueOf(LEAST_CORE)));
        }
    }

    private void add(OutlineLine line, OutlineField field, String code, String... arguments) {
        problems.add(OutlineProblem.blocking(line, field, code, arguments));
    }
}
