package org.lianbing.competition.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dataview.GridListDataView;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;

import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Narrow;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.competition.ResultRow;

/** Every contestant: as a square among the others, and as a row with state and result. */
class ContestTable extends Section {

    /** Squares are an overview; beyond this they would fill the screen. */
    private static final int MOST_SEATS = 240;

    private final Div seats = new Div();
    private final Map<PersonId, Span> seatOf = new HashMap<>();
    private final Grid<ResultRow> grid = new Grid<>();
    private final transient List<ResultRow> shown = new ArrayList<>();
    private final transient GridListDataView<ResultRow> view = grid.setItems(shown);

    /** @param opened hears whose details are asked for */
    ContestTable(Consumer<PersonId> opened) {
        addClassName("contest-table");
        seats.addClassName("seats");
        seats.getElement().setAttribute("aria-hidden", "true");
        column("place", row -> row.place() == null ? "" : String.valueOf(row.place()), "60px");
        grid.addComponentColumn(row -> name(row, opened))
                .setHeader(header("name"))
                .setFlexGrow(1)
                .setWidth("96px");
        Grid.Column<ResultRow> unit = grid.addColumn(ResultRow::unit)
                .setHeader(header("unit"))
                .setFlexGrow(2)
                .setWidth("140px");
        Grid.Column<ResultRow> progress = column("progress", ContestTable::progress, "88px");
        grid.addComponentColumn(this::state)
                .setHeader(header("state"))
                .setFlexGrow(0)
                .setWidth("108px");
        column("score", row -> Words.points(row.score()), "68px");
        Grid.Column<ResultRow> time =
                column("time", row -> row.timeUsed() == null ? "" : Moments.clock(row.timeUsed()), "80px");
        Grid.Column<ResultRow> aside =
                column("aside", row -> row.setAside() == 0 ? "" : String.valueOf(row.setAside()), "84px");
        view.setIdentifierProvider(ResultRow::person);
        Narrow.follow(
                this, narrow -> List.of(unit, progress, time, aside).forEach(column -> column.setVisible(!narrow)));
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAriaLabel(getTranslation("competition.contestants"));
        Div head = new Div(new H2(getTranslation("competition.contestants")), legend());
        head.addClassName("card-head");
        add(head, seats, grid);
    }

    private Grid.Column<ResultRow> column(String name, ValueProvider<ResultRow, String> text, String width) {
        return grid.addColumn(text)
                .setHeader(header(name))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth(width);
    }

    private String header(String name) {
        return getTranslation("competition.column." + name);
    }

    /** The name opens what is known about the person; a button, so that keyboards and screen readers reach it. */
    private Button name(ResultRow row, Consumer<PersonId> opened) {
        Button name = new Button(row.name(), click -> opened.accept(row.person()));
        name.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        name.addClassName("contestant-name");
        name.setAriaLabel(getTranslation("competition.contestant.open", row.name()));
        return name;
    }

    private static String progress(ResultRow row) {
        return row.items() == 0 ? "" : row.answered() + " / " + row.items();
    }

    private Tag state(ResultRow row) {
        return new Tag(getTranslation("competition.contestant." + row.state()), tone(row.state()));
    }

    static Tone tone(ResultRow.State state) {
        return switch (state) {
            case NOT_COME, ABSENT -> Tone.PLAIN;
            case VOID -> Tone.BAD;
            case SITTING -> Tone.BLUE;
            case HANDED_IN -> Tone.GOOD;
            case TIMED_OUT, MARKING -> Tone.WARN;
        };
    }

    private Div legend() {
        Div legend = new Div();
        legend.addClassName("contest-legend");
        for (ResultRow.State state : List.of(
                ResultRow.State.SITTING,
                ResultRow.State.HANDED_IN,
                ResultRow.State.TIMED_OUT,
                ResultRow.State.MARKING,
                ResultRow.State.NOT_COME,
                ResultRow.State.ABSENT,
                ResultRow.State.VOID)) {
            Span square = new Span();
            square.addClassNames("seat", cssClass(state));
            Span entry = new Span(square, new Span(getTranslation("competition.contestant." + state)));
            entry.addClassName("entry");
            legend.add(entry);
        }
        return legend;
    }

    /** Changes what is different and leaves the rest where it is, so that no row moves under the reader's eye. */
    void show(List<ResultRow> rows) {
        List<ResultRow> before = List.copyOf(shown);
        shown.clear();
        shown.addAll(rows);
        if (people(before).equals(people(rows))) {
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).equals(before.get(i))) {
                    view.refreshItem(rows.get(i));
                }
            }
        } else {
            view.refreshAll();
        }
        if (!before.equals(rows)) {
            showSeats(rows);
        }
    }

    private static List<PersonId> people(List<ResultRow> rows) {
        return rows.stream().map(ResultRow::person).toList();
    }

    private void showSeats(List<ResultRow> rows) {
        seats.setVisible(rows.size() > 1 && rows.size() <= MOST_SEATS);
        if (seatOf.size() != rows.size()) {
            seats.removeAll();
            seatOf.clear();
            rows.stream()
                    .sorted(Comparator.comparingInt(ResultRow::seat))
                    .forEach(row -> seats.add(seatOf.computeIfAbsent(row.person(), person -> new Span())));
        }
        for (ResultRow row : rows) {
            Span seat = seatOf.get(row.person());
            if (seat != null) {
                seat.setClassName("seat " + cssClass(row.state()));
                seat.setTitle(row.name() + " · " + getTranslation("competition.contestant." + row.state()));
            }
        }
    }

    private static String cssClass(ResultRow.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
