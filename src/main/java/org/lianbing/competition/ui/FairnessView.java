package org.lianbing.competition.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Competitions;
import org.lianbing.paper.Fairness;

/** How alike the forms of a competition are; to be printed and laid before whoever appeals. */
@Route("competitions/:competition/fairness")
@RolesAllowed("ORGANIZER")
class FairnessView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Competitions competitions;
    private final transient Actor actor;

    FairnessView(Competitions competitions, CurrentActor current) {
        this.competitions = competitions;
        this.actor = current.require();
        addClassNames("page", "fairness");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CompetitionId id =
                CompetitionId.of(event.getRouteParameters().get("competition").orElse(""));
        Competition competition = competitions.get(actor, id);
        Optional<Fairness> found = competitions.fairness(actor, id);
        removeAll();
        Button print = new Button(getTranslation("competition.fairness.print"));
        print.addClassName("no-print");
        print.addClickListener(click -> click.getSource().getElement().executeJs("window.print()"));
        add(new PageHeader(
                competition.draft().name(),
                getTranslation("competition.fairness"),
                found.isPresent() ? print : new Div()));
        if (found.isEmpty()) {
            add(new EmptyState(
                    "chart",
                    getTranslation("competition.fairness.none"),
                    getTranslation("competition.fairness.none.text")));
            return;
        }
        show(found.get());
    }

    private void show(Fairness fairness) {
        boolean kept = fairness.kept();
        Paragraph judged = new Paragraph(
                new Tag(
                        getTranslation("competition.fairness." + (kept ? "within" : "beyond")),
                        kept ? Tone.GOOD : Tone.WARN),
                new Span(" "
                        + getTranslation(
                                kept ? "competition.fairness.kept" : "competition.fairness.missed",
                                fairness.apart().toPlainString(),
                                fairness.tolerance().toPlainString())));
        Paragraph how = new Paragraph(getTranslation("competition.fairness.how"));
        how.addClassNames("muted", "small");
        add(new Section(getTranslation("competition.fairness.forms"), judged, forms(fairness), how));
        add(new Section(getTranslation("competition.fairness.coverage"), coverage(fairness)));
        if (fairness.forms().size() > 1) {
            add(new Section(getTranslation("competition.fairness.overlap"), overlap(fairness)));
        }
        add(new Section(getTranslation("competition.fairness.exposure"), exposure(fairness)));
    }

    private Component forms(Fairness fairness) {
        return table(
                List.of("form", "items", "difficulty", "easy", "medium", "hard", "points", "predicted", "spread"),
                fairness.forms(),
                one -> List.of(
                        formName(one.number()),
                        String.valueOf(one.items()),
                        one.difficulty().toPlainString(),
                        String.valueOf(one.easy()),
                        String.valueOf(one.medium()),
                        String.valueOf(one.hard()),
                        String.valueOf(one.points()),
                        one.predicted().toPlainString(),
                        one.spread().toPlainString()));
    }

    private String formName(int number) {
        return getTranslation("competition.fairness.number", number);
    }

    private Component coverage(Fairness fairness) {
        Component table = table(List.of("type", "stratum", "due", "given"), fairness.coverage(), this::cells);
        table.getElement().getChild(0).getClassList().add("words");
        return table;
    }

    private List<String> cells(Fairness.Coverage one) {
        int least = one.given().stream().mapToInt(Integer::intValue).min().orElse(0);
        int most = one.given().stream().mapToInt(Integer::intValue).max().orElse(0);
        return List.of(
                getTranslation("paper.section." + one.type()),
                one.stratum().isEmpty() ? getTranslation("competition.fairness.elsewhere") : one.stratum(),
                String.valueOf(one.due()),
                least == most ? String.valueOf(least) : getTranslation("competition.fairness.range", least, most));
    }

    private Component overlap(Fairness fairness) {
        int most = fairness.overlaps().stream()
                .mapToInt(Fairness.Overlap::items)
                .max()
                .orElse(0);
        double mean = fairness.overlaps().stream()
                .mapToInt(Fairness.Overlap::items)
                .average()
                .orElse(0);
        String worst = fairness.overlaps().stream()
                .filter(one -> one.items() == most)
                .findFirst()
                .map(one -> getTranslation(
                        "competition.fairness.overlap.worst", formName(one.one()), formName(one.other()), most))
                .orElse("");
        return new Paragraph(
                most == 0
                        ? getTranslation("competition.fairness.overlap.none")
                        : getTranslation("competition.fairness.overlap.mean", "%.1f".formatted(mean)) + worst);
    }

    /** How many items stand in one form, in two, and so on. */
    private Component exposure(Fairness fairness) {
        List<Integer> counts = fairness.exposures().stream()
                .map(Fairness.Exposure::forms)
                .distinct()
                .sorted()
                .toList();
        return table(
                List.of("in-forms", "in-items"),
                counts,
                count -> List.of(
                        String.valueOf(count),
                        String.valueOf(fairness.exposures().stream()
                                .filter(one -> one.forms() == count)
                                .count())));
    }

    private <T> Component table(List<String> heads, List<T> rows, Function<T, List<String>> cells) {
        NativeTableRow head = new NativeTableRow();
        heads.forEach(name -> head.add(new NativeTableHeaderCell(getTranslation("competition.fairness." + name))));
        NativeTableBody body = new NativeTableBody();
        rows.forEach(row -> {
            NativeTableRow line = new NativeTableRow();
            cells.apply(row).forEach(text -> line.addDataCell().setText(text));
            body.add(line);
        });
        NativeTable table = new NativeTable();
        table.add(new NativeTableHeader(head), body);
        table.addClassName("plain-table");
        Div scroll = new Div(table);
        scroll.addClassName("table-scroll");
        return scroll;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("competition.fairness");
    }
}
