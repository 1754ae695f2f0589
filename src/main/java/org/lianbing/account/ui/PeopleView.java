package org.lianbing.account.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.account.People;
import org.lianbing.account.Person;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Grant;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Narrow;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.SearchField;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** The people of the units one administers: found, added, given roles, switched off. */
@Route("people/:person?")
@Menu(title = "account.people", icon = "people", order = 90)
@RolesAllowed("ADMIN")
class PeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PERSON = "person";

    private record Row(Person person, String unit) {}

    private final transient People people;
    private final transient Words words;
    private final transient CurrentActor current;
    private final transient PersonActs acts;
    private final Grid<Row> grid = new Grid<>();
    private final PersonPanel panel;
    private final ConfigurableFilterDataProvider<Row, Void, String> rows;

    PeopleView(People people, Words words, CurrentActor current, PersonActs acts) {
        this.people = people;
        this.words = words;
        this.current = current;
        this.acts = acts;
        this.panel = new PersonPanel(words, current, acts, this::changed);
        CallbackDataProvider<Row, String> provider = new CallbackDataProvider<>(
                this::fetch, this::count, row -> row.person().id());
        this.rows = provider.withConfigurableFilter();
        addClassNames("page", "people-view");
        add(
                new PageHeader(getTranslation("account.people"), addButton()),
                new SearchField(getTranslation("account.people.search"), rows::setFilter),
                content());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> chosen = event.getRouteParameters().get(PERSON);
        setClassName("has-selection", chosen.isPresent());
        chosen.ifPresentOrElse(id -> panel.show(people.get(current.require(), PersonId.of(id))), panel::showNobody);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.people") + " · " + getTranslation("base.brand");
    }

    private Component content() {
        Grid.Column<Row> who = grid.addComponentColumn(this::who).setHeader(getTranslation("account.name"));
        who.setFlexGrow(2);
        List<Grid.Column<Row>> wide = List.of(
                grid.addColumn(Row::unit)
                        .setHeader(getTranslation("account.unit"))
                        .setFlexGrow(2),
                grid.addComponentColumn(this::roles)
                        .setHeader(getTranslation("account.roles"))
                        .setFlexGrow(2),
                grid.addColumn(row ->
                                Optional.ofNullable(row.person().username()).orElse("—"))
                        .setHeader(getTranslation("account.username")));
        grid.addComponentColumn(row -> state(row.person()))
                .setHeader(getTranslation("account.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        Narrow.follow(this, narrow -> wide.forEach(column -> column.setVisible(!narrow)));
        grid.setDataProvider(rows);
        grid.setEmptyStateComponent(new EmptyState(
                "people", getTranslation("account.people.none"), getTranslation("account.people.none-hint")));
        grid.addItemClickListener(
                click -> PeopleNavigation.toPerson(click.getItem().person().id()));
        Div content = new Div(grid, panel);
        content.addClassName("with-side");
        return content;
    }

    private Button addButton() {
        Button add = new Button(
                getTranslation("account.people.add"),
                click -> acts.add(person -> {
                    rows.refreshAll();
                    PeopleNavigation.toPerson(person);
                }));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return add;
    }

    private void changed(PersonId person) {
        rows.refreshAll();
        panel.show(people.get(current.require(), person));
    }

    private Component who(Row row) {
        Span name = new Span(row.person().name());
        name.addClassName("strong");
        Span below = new Span(Optional.ofNullable(row.person().staffNumber()).orElse(""));
        Span unit = new Span(row.unit());
        unit.addClassName("on-phone");
        below.add(unit);
        below.addClassNames("small", "muted", "dotted");
        Div who = new Div(name, below);
        who.addClassName("two-lines");
        return who;
    }

    private Component roles(Row row) {
        Div tags = new Div();
        tags.addClassNames("row", "wrap", "tags");
        row.person().grants().stream()
                .map(Grant::role)
                .filter(role -> role != Role.WORKER)
                .distinct()
                .forEach(role -> tags.add(new Tag(Words.role(this, role), Tone.BLUE)));
        return tags;
    }

    static Tag state(Component reader, Person person) {
        if (!person.active()) {
            return new Tag(reader.getTranslation("account.state.off"), Tone.BAD);
        }
        return person.username() == null
                ? new Tag(reader.getTranslation("account.state.waiting"), Tone.WARN)
                : new Tag(reader.getTranslation("account.state.on"), Tone.GOOD);
    }

    private Tag state(Person person) {
        return state(this, person);
    }

    private Stream<Row> fetch(Query<Row, String> query) {
        return found(query, new PageOf(query.getOffset(), query.getLimit()));
    }

    private int count(Query<Row, String> query) {
        return (int) people.find(current.require(), query.getFilter().orElse(""), new PageOf(0, 1))
                .total();
    }

    private Stream<Row> found(Query<Row, String> query, PageOf page) {
        Paged<Person> found = people.find(current.require(), query.getFilter().orElse(""), page);
        Map<UnitId, String> names =
                words.unitNames(found.rows().stream().map(Person::unit).toList());
        return found.rows().stream().map(person -> new Row(person, names.getOrDefault(person.unit(), "")));
    }
}
