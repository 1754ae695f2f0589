package org.lianbing.trade.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasTooltip;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ListDataProvider;
import org.jspecify.annotations.Nullable;

import org.lianbing.trade.Importance;
import org.lianbing.trade.editing.LineChange;
import org.lianbing.trade.editing.OutlineField;
import org.lianbing.trade.editing.OutlineProblem;
import org.lianbing.trade.sheet.Texts;

/** The lines of a draft, each cell a field: what is wrong is marked where it stands and mended there. */
class DraftGrid extends Grid<DraftRow> {

    private static final int DEEPEST = 4;

    private final transient Consumer<LineChange> mend;
    private final transient ListDataProvider<DraftRow> data = new ListDataProvider<>(new ArrayList<>());
    private boolean locked;

    DraftGrid(Consumer<LineChange> mend, Consumer<DraftRow> chosen) {
        this.mend = mend;
        addClassNames("rows", "draft-rows");
        addComponentColumn(row -> field(row, OutlineField.CODE))
                .setHeader(getTranslation("outlines.column.CODE"))
                .setWidth("132px")
                .setFlexGrow(0);
        addComponentColumn(row -> field(row, OutlineField.NAME))
                .setHeader(getTranslation("outlines.column.NAME"))
                .setWidth("220px")
                .setFlexGrow(1);
        addComponentColumn(row -> row.line().isPoint() ? new Span() : field(row, OutlineField.WEIGHT))
                .setHeader(getTranslation("outlines.column.WEIGHT"))
                .setWidth("92px")
                .setFlexGrow(0);
        addComponentColumn(row -> row.line().isPoint() ? importance(row) : new Span())
                .setHeader(getTranslation("outlines.column.IMPORTANCE"))
                .setWidth("112px")
                .setFlexGrow(0);
        addComponentColumn(this::told)
                .setHeader(getTranslation("outlines.column.problem"))
                .setWidth("200px")
                .setFlexGrow(0);
        setDataProvider(data);
        setSelectionMode(SelectionMode.SINGLE);
        setPartNameGenerator(row -> row.line().isPoint() ? "point" : "range");
        setEmptyStateText(getTranslation("outlines.import.none-here"));
        asSingleSelect().addValueChangeListener(change -> chosen.accept(change.getValue()));
        addCellFocusListener(focus -> focus.getItem().ifPresent(this::select));
    }

    /** Shows all lines anew. */
    void show(List<DraftRow> rows, boolean readOnly) {
        locked = readOnly;
        data.getItems().clear();
        data.getItems().addAll(rows);
        data.refreshAll();
    }

    /** Shows all lines, or those alone with which something is wrong. */
    void narrow(boolean faulty) {
        data.setFilter(faulty ? row -> !row.problems().isEmpty() : null);
    }

    /** Goes to a line. */
    void reveal(int number) {
        List<DraftRow> rows = data.getItems().stream()
                .filter(row -> data.getFilter() == null || data.getFilter().test(row))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).number() == number) {
                scrollToIndex(i);
                select(rows.get(i));
            }
        }
    }

    private Component field(DraftRow row, OutlineField field) {
        TextField input = new TextField();
        input.setAriaLabel(getTranslation("outlines.column." + field));
        input.setReadOnly(locked);
        input.setManualValidation(true);
        input.addThemeName("small");
        if (field == OutlineField.NAME) {
            input.addClassName("depth-" + Math.min(row.line().depth() - 1, DEEPEST));
        }
        input.addValueChangeListener(change -> changed(change.isFromClient(), row, field, change.getValue()));
        row.show(() -> bring(input, row, field, row.line().get(field)));
        input.setWidthFull();
        return input;
    }

    private Component importance(DraftRow row) {
        Select<String> input = new Select<>();
        input.setAriaLabel(getTranslation("outlines.column.IMPORTANCE"));
        input.setItems("X", "Y", "Z");
        input.setItemLabelGenerator(value -> OutlineWords.of(this, Importance.valueOf(value)));
        input.setReadOnly(locked);
        input.setManualValidation(true);
        input.addThemeName("small");
        input.setWidthFull();
        input.addValueChangeListener(
                change -> changed(change.isFromClient(), row, OutlineField.IMPORTANCE, change.getValue()));
        row.show(() -> {
            String written = row.line().importance();
            boolean known = Texts.importance(written)
                    .map(Enum::name)
                    .filter(written::equals)
                    .isPresent();
            input.setPlaceholder(known ? "" : written);
            bring(input, row, OutlineField.IMPORTANCE, known ? written : null);
        });
        return input;
    }

    private void changed(boolean byHand, DraftRow row, OutlineField field, @Nullable String value) {
        if (byHand && !row.line().get(field).equals(value == null ? "" : value)) {
            mend.accept(new LineChange.Mend(row.number(), Map.of(field, value == null ? "" : value)));
        }
    }

    private <F extends AbstractField<?, String> & HasValidation & HasTooltip> void bring(
            F input, DraftRow row, OutlineField field, @Nullable String value) {
        if (value == null) {
            input.clear();
        } else if (!value.equals(input.getValue())) {
            input.setValue(value);
        }
        List<OutlineProblem> own = row.problems().stream()
                .filter(problem -> problem.field() == field)
                .toList();
        input.setInvalid(own.stream().anyMatch(OutlineProblem::blocks));
        input.setTooltipText(words(own));
    }

    private Component told(DraftRow row) {
        Span told = new Span();
        told.addClassName("small");
        row.show(() -> {
            told.setText(words(row.problems()));
            told.setClassName("error", row.isFaulty());
        });
        return told;
    }

    private String words(List<OutlineProblem> problems) {
        return problems.stream()
                .map(problem ->
                        getTranslation(problem.code(), problem.arguments().toArray())
                                + (problem.place().isEmpty() ? "" : " " + problem.place()))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
