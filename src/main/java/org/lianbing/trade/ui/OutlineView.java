package org.lianbing.trade.ui;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Notices;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.trade.Edition;
import org.lianbing.trade.Outline;
import org.lianbing.trade.OutlineDifference;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.Trades;
import org.lianbing.trade.editing.OutlineEditions;
import org.lianbing.trade.editing.OutlineImports;

/** One outline: the edition chosen as a table, its fellows at the side, and what became different between them. */
@Route("outlines/of/:trade/:level?")
@RolesAllowed({"TRAINER", "REVIEWER", "ADMIN"})
class OutlineView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OutlineEditions editions;
    private final transient OutlineImports imports;
    private final transient Trades trades;
    private final transient Moments moments;
    private final transient Actor actor;

    private final PageHeader header = new PageHeader("");
    private final Grid<OutlineRow> grid = new Grid<>();
    private final Select<Edition> chosen = new Select<>();
    private final Div side = new Div();
    private transient List<Edition> all = List.of();

    OutlineView(
            OutlineEditions editions, OutlineImports imports, Trades trades, Moments moments, CurrentActor current) {
        this.editions = editions;
        this.imports = imports;
        this.trades = trades;
        this.moments = moments;
        this.actor = current.require();
        addClassNames("page", "workbench", "outline");
        header.setCrumb(getTranslation("outlines.title"));
        chosen.setAriaLabel(getTranslation("outlines.edition"));
        chosen.setItemLabelGenerator(this::words);
        chosen.addValueChangeListener(change -> show(change.getValue()));
        OutlineRow.columns(grid, this);
        side.addClassName("bank-side");
        Div split = new Div(grid, side);
        split.addClassName("split");
        add(header, split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TradeId trade = TradeId.of(event.getRouteParameters().get("trade").orElse(""));
        Level level = event.getRouteParameters()
                .get("level")
                .map(text -> Level.find(text).orElseThrow(() -> Problem.notFound("trade.outline.not-found")))
                .orElse(null);
        all = editions.of(actor, trade, level);
        if (all.isEmpty()) {
            throw Problem.notFound("trade.outline.not-found");
        }
        header.setTitle(OutlineWords.of(this, trades.get(trade), level));
        chosen.setItems(all);
        Optional<String> asked = event.getLocation().getQueryParameters().getSingleParameter("edition");
        chosen.setValue(all.stream()
                .filter(edition -> asked.filter(edition.id().toString()::equals).isPresent())
                .findFirst()
                .orElse(all.getFirst()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("outlines.title");
    }

    private void show(@Nullable Edition edition) {
        if (edition == null) {
            return;
        }
        Outline outline = editions.get(actor, edition.id());
        grid.setItems(OutlineRow.of(outline));
        Anchor export = new Anchor(
                Downloads.workbook(
                        edition.code() + " " + edition.edition() + ".xlsx",
                        out -> editions.export(actor, List.of(edition.id()), out)),
                getTranslation("outlines.export"));
        export.addClassName("button-link");
        Button revise = new Button(getTranslation("outlines.revise"), click -> revise(edition.id()));
        revise.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        header.setActions(chosen, export, revise);
        side.removeAll();
        side.add(about(edition, outline));
        all.stream()
                .filter(other -> other.current() && !edition.current())
                .findFirst()
                .ifPresentOrElse(
                        current -> side.add(difference(
                                getTranslation("outlines.difference.to-current"), current.id(), edition.id())),
                        () -> before(edition)
                                .ifPresent(old -> side.add(difference(
                                        getTranslation("outlines.difference.since", old.edition()),
                                        old.id(),
                                        edition.id()))));
    }

    /** The edition that the one in force most likely took the place of. */
    private Optional<Edition> before(Edition edition) {
        return all.stream()
                .filter(other -> !other.id().equals(edition.id()) && !other.waiting())
                .findFirst();
    }

    private Component about(Edition edition, Outline outline) {
        Div tags = new Div(OutlineWords.source(this, edition));
        tags.addClassNames("row", "wrap");
        if (edition.current()) {
            tags.add(new Tag(getTranslation("outlines.current"), Tone.GOOD));
        }
        if (edition.waiting()) {
            tags.add(new Tag(getTranslation("outlines.disk-waits"), Tone.WARN));
        }
        Section about = new Section(new H2(edition.name()), tags);
        about.addClassName("stack");
        about.add(new Paragraph(getTranslation("outlines.edition-and-points", edition.edition(), edition.points())));
        if (edition.at() != null) {
            about.add(muted(getTranslation(
                    "outlines.made",
                    edition.by() == null ? "" : edition.by(),
                    moments.dayAndTime(this, edition.at()))));
        }
        if (edition.fileName() != null) {
            about.add(muted(edition.fileName()));
        }
        outline.inclusions()
                .forEach(inclusion -> about.add(muted(getTranslation(
                        "outlines.includes",
                        trades.get(inclusion.foundation()).name(getLocale()),
                        inclusion.weight().toPlainString()))));
        if (!edition.current()) {
            about.add(new Button(getTranslation("outlines.activate"), click -> activate(edition)));
        }
        return about;
    }

    private Component difference(String title, OutlineId from, OutlineId to) {
        OutlineDifference difference = editions.difference(actor, from, to);
        return new Section(
                title, new DifferenceList(difference, editions.uses(actor, difference.removedPoints()), trades));
    }

    private void revise(OutlineId id) {
        UI.getCurrent()
                .navigate(OutlineNavigation.toImport(imports.revise(actor, id).id(), 1));
    }

    private void activate(Edition edition) {
        Ask.once(
                this,
                getTranslation("outlines.activate.title", edition.edition()),
                getTranslation("outlines.activate.text"),
                getTranslation("outlines.activate"),
                () -> {
                    editions.activate(actor, edition.id());
                    Notices.done(getTranslation("outlines.activated", edition.edition()));
                    all = editions.of(actor, edition.trade(), edition.level());
                    chosen.setItems(all);
                    chosen.setValue(all.getFirst());
                });
    }

    private String words(Edition edition) {
        String state = edition.current()
                ? getTranslation("outlines.current")
                : getTranslation(edition.waiting() ? "outlines.disk-waits" : "outlines.source." + edition.source());
        return edition.edition() + " · " + state;
    }

    private static Component muted(String text) {
        Span words = new Span(text);
        words.addClassNames("small", "muted");
        return words;
    }
}
