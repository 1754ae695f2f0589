package org.lianbing.trade.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.ui.Section;
import org.lianbing.trade.Importance;
import org.lianbing.trade.OutlineDifference;
import org.lianbing.trade.PointId;
import org.lianbing.trade.PointUses.Use;
import org.lianbing.trade.Trades;
import org.lianbing.trade.editing.LineChange;
import org.lianbing.trade.editing.OutlineDraft;
import org.lianbing.trade.editing.OutlineLine;
import org.lianbing.trade.editing.OutlineLine.Kind;
import org.lianbing.trade.editing.OutlineProblem;

/** At the side of a draft: the line that was chosen, what is wrong as a whole, and what would become different. */
class DraftPanel extends Div {

    private final transient Trades trades;
    private final transient Function<OutlineDifference, Map<PointId, List<Use>>> uses;
    private final transient Consumer<LineChange> change;
    private final Div line = new Div();
    private final Div whole = new Div();
    private transient @Nullable DraftRow row;
    private boolean locked;

    DraftPanel(Trades trades, Function<OutlineDifference, Map<PointId, List<Use>>> uses, Consumer<LineChange> change) {
        this.trades = trades;
        this.uses = uses;
        this.change = change;
        addClassName("stack");
        whole.addClassName("stack");
        add(line, whole);
        choose(null);
    }

    /** The number of the line that is chosen, or null. */
    @Nullable
    Integer chosen() {
        return row == null ? null : row.number();
    }

    /** Shows a line with what can be done to it. */
    final void choose(@Nullable DraftRow chosen) {
        row = chosen;
        line.removeAll();
        if (chosen == null || locked) {
            Paragraph hint = new Paragraph(getTranslation("outlines.import.keys"));
            hint.addClassNames("small", "muted");
            line.add(hint);
            return;
        }
        OutlineLine at = chosen.line();
        Span place = new Span(at.place(org.lianbing.trade.editing.OutlineField.NAME));
        place.addClassNames("muted", "small");
        Div title = new Div(new H2(at.code() + " " + at.name()), place);
        title.addClassNames("row", "between", "wrap");
        Section section = new Section(title);
        section.addClassName("stack");
        chosen.problems().forEach(problem -> section.add(told(problem)));
        section.add(acts(at, chosen.problems()));
        line.add(section);
    }

    private Component acts(OutlineLine at, List<OutlineProblem> problems) {
        Div acts = new Div();
        acts.addClassName("panel-buttons");
        if (problems.stream().anyMatch(problem -> problem.code().equals("trade.outline.weights"))) {
            acts.add(act("outlines.act.scale", new LineChange.ScaleWeights(at.number())));
        }
        acts.add(act("outlines.act.add-point", new LineChange.Insert(at.number(), Kind.POINT, at.depth() + 1)));
        acts.add(act("outlines.act.add-range", new LineChange.Insert(at.number(), Kind.RANGE, at.depth())));
        if (at.isPoint()) {
            acts.add(act("outlines.act.to-range", new LineChange.Become(at.number(), Kind.RANGE, at.depth())));
        } else {
            acts.add(act("outlines.act.out", new LineChange.Become(at.number(), Kind.RANGE, at.depth() - 1)));
            acts.add(act("outlines.act.in", new LineChange.Become(at.number(), Kind.RANGE, at.depth() + 1)));
            acts.add(act("outlines.act.to-point", new LineChange.Become(at.number(), Kind.POINT, at.depth())));
        }
        acts.add(act("outlines.act.remove", new LineChange.Remove(at.number())));
        return acts;
    }

    private Button act(String key, LineChange what) {
        return new Button(getTranslation(key), click -> change.accept(what));
    }

    /** Shows what concerns the draft as a whole. */
    void show(OutlineDraft draft, List<OutlineProblem> problems, Optional<OutlineDifference> difference) {
        locked = draft.committed() != null;
        choose(row);
        whole.removeAll();
        if (locked) {
            whole.add(new Paragraph(getTranslation("trade.outline.committed")));
            return;
        }
        Div told = new Div();
        told.addClassName("told");
        problems.stream().filter(problem -> problem.line() == null).forEach(problem -> told.add(told(problem)));
        draft.notes().forEach(note -> {
            Paragraph remark =
                    new Paragraph(getTranslation(note.code(), note.arguments().toArray()));
            remark.addClassName("remark");
            told.add(remark);
        });
        if (told.getComponentCount() > 0) {
            whole.add(told);
        }
        long without = problems.stream()
                .filter(problem -> problem.code().startsWith("trade.outline.importance"))
                .count();
        if (without > 1) {
            Div fill = new Div(new Paragraph(getTranslation("outlines.act.fill", without)));
            for (Importance importance : Importance.values()) {
                fill.add(new Button(
                        OutlineWords.of(this, importance),
                        click -> change.accept(new LineChange.FillImportance(importance))));
            }
            fill.addClassName("panel-buttons");
            whole.add(new Section(fill));
        }
        difference.ifPresent(found -> whole.add(new Section(
                getTranslation("outlines.difference"), new DifferenceList(found, uses.apply(found), trades))));
    }

    private Paragraph told(OutlineProblem problem) {
        Paragraph sentence =
                new Paragraph(getTranslation(problem.code(), problem.arguments().toArray()));
        if (!problem.place().isEmpty()) {
            Span place = new Span(" " + problem.place());
            place.addClassName("place");
            sentence.add(place);
        }
        sentence.addClassName(problem.blocks() ? "error" : "remark");
        return sentence;
    }
}
