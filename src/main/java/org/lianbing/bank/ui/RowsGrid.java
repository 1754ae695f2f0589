package org.lianbing.bank.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemText;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportOutcomes;
import org.lianbing.bank.exchange.ImportProblem;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.RowBody;
import org.lianbing.bank.exchange.RowReading;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.bank.exchange.wide.ItemCells;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.ui.Narrow;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;

/** The rows of an import, page by page as one scrolls. */
class RowsGrid extends Grid<ImportRow> {

    private static final int MOST = 500;
    private static final int LONGEST = 160;

    private final transient ImportService imports;
    private final transient ImportOutcomes outcomes;
    private final transient Outlines outlines;
    private final transient ItemText text;
    private final transient Map<ItemId, ItemState> states = new HashMap<>();
    private transient @Nullable ImportFile file;
    private transient @Nullable ImportRow open;

    RowsGrid(ImportService imports, ImportOutcomes outcomes, Outlines outlines, ItemText text, IntConsumer chosen) {
        this.imports = imports;
        this.outcomes = outcomes;
        this.outlines = outlines;
        this.text = text;
        addClassName("rows");
        Column<ImportRow> number = addColumn(ImportRow::number).setHeader("#").setFlexGrow(0);
        Column<ImportRow> type = narrow(getTranslation("exchange.column.type"), "92px", row -> new Span(type(row)));
        Column<ImportRow> stem = addComponentColumn(row -> clamped(stem(row)))
                .setHeader(getTranslation("exchange.column.stem"))
                .setFlexGrow(1);
        Column<ImportRow> answer = narrow(getTranslation("exchange.column.answer"), "104px", this::answer);
        Column<ImportRow> points = narrow(getTranslation("exchange.column.points"), "130px", this::points);
        Column<ImportRow> state = narrow(getTranslation("bankui.state"), "132px", this::state);
        Narrow.follow(this, phone -> {
            List.of(type, answer, points).forEach(column -> column.setVisible(!phone));
            stem.setWidth(phone ? "120px" : "220px");
            number.setWidth(phone ? "48px" : "60px");
            state.setWidth(phone ? "104px" : "132px");
        });
        setPartNameGenerator(row -> "wrapped"
                + switch (row.state()) {
                    case FAULTY -> " faulty";
                    case SKIPPED -> " skipped";
                    case READY, GUESSED, DUPLICATE, KNOWN, COMMITTED -> "";
                }
                + (open != null && open.number() == row.number() ? " current" : ""));
        setSelectionMode(SelectionMode.MULTI);
        setEmptyStateText(getTranslation("bankui.import.none-here"));
        addItemClickListener(click -> chosen.accept(click.getItem().number()));
    }

    /** What it asks; of a question that could not be read, how its text begins. */
    private String stem(ImportRow row) {
        if (row.body() instanceof RowBody.Whole whole) {
            String words = whole.content() == null
                    ? row.where().source()
                    : text.plain(whole.content().stem());
            return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
        }
        return row.cells().get(ImportField.STEM);
    }

    /** Rows keep still however long a question is; all of it stands at the side. */
    private static Span clamped(String text) {
        Span words = new Span(text);
        words.addClassName("clamped");
        return words;
    }

    private Column<ImportRow> narrow(
            String title, String width, com.vaadin.flow.function.ValueProvider<ImportRow, Component> content) {
        return addComponentColumn(content).setHeader(title).setWidth(width).setFlexGrow(0);
    }

    /** Shows the rows of an import that stand in the states asked for. */
    void open(Actor actor, ImportFile opened, Supplier<Set<RowState>> wanted) {
        file = opened;
        setItems(
                query ->
                        rows(actor, opened, wanted.get(), query.getOffset(), Math.min(query.getLimit(), MOST)).stream(),
                query -> Math.toIntExact(imports.rows(actor, opened.id(), wanted.get(), new PageOf(0, 1))
                        .total()));
    }

    /** A page of rows; of those that became items, where these stand. */
    private List<ImportRow> rows(Actor actor, ImportFile opened, Set<RowState> wanted, int offset, int limit) {
        List<ImportRow> page = imports.rows(actor, opened.id(), wanted, new PageOf(offset, limit))
                .rows();
        List<ImportRow> committed =
                page.stream().filter(row -> row.state() == RowState.COMMITTED).toList();
        if (!committed.isEmpty()) {
            states.putAll(outcomes.states(actor, opened.id(), committed));
        }
        return page;
    }

    /** Marks the row that stands at the side. */
    void mark(ImportRow row) {
        ImportRow before = open;
        open = row;
        if (before != null) {
            getDataProvider().refreshItem(before);
        }
        getDataProvider().refreshItem(row);
    }

    /** Brings the row into sight, where all rows are shown and it is not there yet. */
    void reveal(ImportRow row) {
        getElement()
                .executeJs(
                        "if (!(this._firstVisibleIndex <= $0 && $0 <= this._lastVisibleIndex)) this.scrollToIndex($0)",
                        row.number() - 1);
    }

    /** The numbers of the rows that are chosen. */
    Set<Integer> chosen() {
        return getSelectedItems().stream().map(ImportRow::number).collect(Collectors.toSet());
    }

    /** Shows what was changed. */
    void refresh(ImportFile changed) {
        file = changed;
        getDataProvider().refreshAll();
    }

    private String type(ImportRow row) {
        return imports.type(file(), row)
                .map(type -> Words.of(this, type))
                .orElse(row.cells().get(ImportField.TYPE));
    }

    private Component answer(ImportRow row) {
        String text = answerOf(row);
        boolean wrong =
                row.problems().stream().anyMatch(problem -> problem.blocks() && problem.field() == ImportField.ANSWER);
        Span answer = new Span(wrong && text.isEmpty() ? getTranslation("bankui.import.empty") : text);
        if (wrong) {
            answer.addClassName("wrong");
        }
        return answer;
    }

    /** As it was understood (对, ABC), not as it was typed (正确, a,b,c); what could not be read as it stands. */
    private String answerOf(ImportRow row) {
        if (row.body() instanceof RowBody.Whole whole && whole.content() != null) {
            return ItemCells.of(whole.content(), this::getTranslation).get(ImportField.ANSWER);
        }
        return imports.reading(file(), row) instanceof RowReading.Parsed parsed
                ? ItemCells.of(parsed.content(), this::getTranslation).get(ImportField.ANSWER)
                : row.cells().get(ImportField.ANSWER);
    }

    private Component points(ImportRow row) {
        Collection<Point> found = imports.reading(file(), row) instanceof RowReading.Parsed parsed
                ? outlines.points(parsed.points()).values()
                : List.of();
        if (found.isEmpty()) {
            Span none = new Span(getTranslation("bankui.import.no-point"));
            none.addClassName("muted");
            return none;
        }
        Span points =
                clamped(found.stream().map(Point::name).collect(Collectors.joining(getTranslation("bankui.comma"))));
        points.addClassName("small");
        points.getElement()
                .setAttribute(
                        "title",
                        found.stream()
                                .map(point -> point.code() + " " + point.name())
                                .collect(Collectors.joining("\n")));
        return points;
    }

    /** The state in a word; for a faulty row the cell to look at. */
    private Component state(ImportRow row) {
        Optional<ImportField> wrong = row.problems().stream()
                .filter(ImportProblem::blocks)
                .map(ImportProblem::field)
                .filter(java.util.Objects::nonNull)
                .findFirst();
        if (row.state() == RowState.READY && row.standing().updates() != null) {
            return new Tag(getTranslation("bankui.import.new-version"), Tone.PLAIN);
        }
        ItemState became = row.item() == null ? null : states.get(row.item());
        if (row.state() == RowState.COMMITTED && became != null) {
            return Words.tag(this, became);
        }
        return row.state() == RowState.FAULTY && wrong.isPresent()
                ? new Tag(
                        getTranslation(
                                "bankui.import.see",
                                getTranslation("exchange.column." + wrong.get().code())),
                        Tone.BAD)
                : Words.tag(this, row.state());
    }

    private ImportFile file() {
        if (file == null) {
            throw new IllegalStateException("opened without an import");
        }
        return file;
    }
}
