package org.lianbing.bank.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import org.lianbing.account.GrantedPeople;
import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.account.ui.Watermark;
import org.lianbing.bank.ContestPages;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.SealedContests;
import org.lianbing.bank.SealedSet;
import org.lianbing.bank.SealedSet.Entry;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.ui.DeskKeys;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;

/** One sealed set: its items by their codes, one of them open under a watermark, its setters, its contest, and who looked. */
@Route("sealed/:set/:item?")
@RolesAllowed({"TRAINER", "REVIEWER"})
class SealedSetView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LOOKS = 50;

    private final transient SealedSets sets;
    private final transient SealedContests contests;
    private final transient ReviewDesk.Services services;
    private final transient GrantedPeople granted;
    private final transient People people;
    private final transient Moments moments;
    private final transient Watermark watermark;
    private final transient SealedItemDialog.Services forms;
    private final transient ContestPages pages;
    private final transient Actor actor;
    private final Div list = new Div();
    private final Div desk = new Div();
    private final Div aside = new Div();
    private final PageHeader header = new PageHeader(getTranslation("bankui.sealed.crumb"), "");
    private transient @Nullable SealedSet set;
    private transient @Nullable ReviewDesk open;

    SealedSetView(
            SealedSets sets,
            SealedContests contests,
            ReviewDesk.Services services,
            GrantedPeople granted,
            People people,
            Moments moments,
            Watermark watermark,
            SealedItemDialog.Services forms,
            ContestPages pages,
            CurrentActor current) {
        this.sets = sets;
        this.contests = contests;
        this.services = services;
        this.granted = granted;
        this.people = people;
        this.moments = moments;
        this.watermark = watermark;
        this.forms = forms;
        this.pages = pages;
        this.actor = current.require();
        addClassNames("page", "workbench", "sealed");
        list.addClassName("queue");
        desk.addClassName("desk");
        aside.addClassName("sealed-aside");
        Div split = new Div(list, desk);
        split.addClassName("split-review");
        add(header, split, aside);
        DeskKeys.follow(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SealedSetId id = SealedSetId.of(event.getRouteParameters().get("set").orElse(""));
        Optional<ItemId> asked = event.getRouteParameters().get("item").map(ItemId::of);
        load(sets.get(actor, id), asked.orElse(null));
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("draft")
                .ifPresent(draft -> write(id).goOn(draft));
    }

    private SealedItemDialog write(SealedSetId id) {
        SealedItemDialog dialog = new SealedItemDialog(forms, actor, id, this::go);
        dialog.open();
        return dialog;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.sealed.title");
    }

    /** A key pressed anywhere on the page but in a field. */
    @ClientCallable
    void key(String key) {
        if (open != null) {
            open.press(key);
        }
    }

    private void load(SealedSet loaded, @Nullable ItemId asked) {
        set = loaded;
        header.setTitle(loaded.title());
        header.setActions(acts(loaded));
        List<Entry> entries = sets.entries(actor, loaded.id());
        list.removeAll();
        entries.forEach(entry -> list.add(line(entry, entry.item().equals(asked))));
        list.setVisible(!entries.isEmpty());
        desk.removeAll();
        open = null;
        entries.stream()
                .filter(entry -> entry.item().equals(asked))
                .findFirst()
                .ifPresentOrElse(
                        entry -> show(loaded, entries, entry),
                        () -> desk.add(new EmptyState(
                                "lock",
                                getTranslation(entries.isEmpty() ? "bankui.sealed.empty" : "bankui.sealed.choose"),
                                getTranslation("bankui.sealed.choose-hint"))));
        aside.removeAll();
        aside.add(
                setters(loaded, () -> refresh(asked)),
                new ContestPanel(contests, granted, people, actor, loaded, pages, () -> refresh(asked)),
                looks(loaded));
    }

    private void show(SealedSet loaded, List<Entry> entries, Entry entry) {
        boolean waits =
                entry.proposalState() == ItemState.IN_REVIEW && !actor.person().equals(entry.author());
        Component content;
        if (waits && loaded.sealed()) {
            int next = entries.indexOf(entry) + 1;
            ItemId after = next < entries.size() ? entries.get(next).item() : null;
            ReviewDesk reviewing = new ReviewDesk(services, actor, entry.item(), () -> go(after), () -> go(after));
            open = reviewing;
            content = reviewing;
        } else {
            content = services.details().panel(actor, entry.item(), () -> refresh(entry.item()));
        }
        desk.add(loaded.sealed() ? watermark.over(actor, content) : content);
    }

    private Component line(Entry entry, boolean chosen) {
        Span code = new Span(entry.code());
        code.addClassName("strong");
        Span type = new Span(Words.of(this, entry.type()));
        type.addClassNames("small", "muted", "grow");
        ItemState standing = entry.proposalState() == null ? entry.state() : entry.proposalState();
        Div row = new Div(type, Words.tag(this, standing));
        row.addClassName("row");
        NativeButton line = new NativeButton();
        line.add(code, row);
        line.addClassName("entry");
        line.getElement().setAttribute("aria-current", String.valueOf(chosen));
        line.addClickListener(click -> go(entry.item()));
        return line;
    }

    private Component[] acts(SealedSet loaded) {
        if (!loaded.sealed()) {
            return new Component[0];
        }
        Button release = new Button(
                getTranslation("bankui.sealed.release"),
                click -> new ReleaseDialog(sets, actor, loaded, () -> refresh(null)).open());
        release.addThemeVariants(ButtonVariant.LUMO_ERROR);
        // A contest that took it releases it with its results.
        release.setVisible(loaded.free());
        Button write = new Button(getTranslation("bankui.sealed.write"), click -> write(loaded.id()));
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return actor.has(Role.TRAINER) ? new Component[] {release, write} : new Component[] {release};
    }

    private Component setters(SealedSet loaded, Runnable changed) {
        return new PeoplePanel(
                "setters",
                people.names(loaded.setters()).values(),
                granted.holdingOneOf(Set.of(Role.TRAINER, Role.REVIEWER)),
                loaded.setters().size() > SealedSets.LEAST_SETTERS,
                setter -> {
                    sets.addSetter(actor, loaded.id(), setter);
                    changed.run();
                },
                setter -> {
                    sets.removeSetter(actor, loaded.id(), setter);
                    changed.run();
                });
    }

    private Component looks(SealedSet loaded) {
        List<SealedSet.Look> looks = sets.looks(actor, loaded.id(), new PageOf(0, LOOKS));
        Map<PersonId, PersonName> names =
                people.names(looks.stream().map(SealedSet.Look::person).collect(Collectors.toSet()));
        Div lines = new Div();
        lines.addClassName("look-list");
        looks.forEach(look -> {
            Span who = new Span(Stream.ofNullable(names.get(look.person()))
                    .map(PersonName::name)
                    .findFirst()
                    .orElse(""));
            who.addClassName("strong");
            Span what = new Span(
                    getTranslation("bankui.sealed.look", look.code(), look.version(), moments.exact(look.at())));
            what.addClassNames("small", "muted");
            Div line = new Div(who, what);
            line.addClassNames("row", "wrap");
            lines.add(line);
        });
        if (looks.isEmpty()) {
            lines.add(new Span(getTranslation("bankui.sealed.looks-none")));
        }
        return new Section(getTranslation("bankui.sealed.looks"), lines);
    }

    private void refresh(@Nullable ItemId item) {
        SealedSet shown = set;
        if (shown == null) {
            return;
        }
        boolean still = sets.mine(actor).stream()
                .map(SealedSet::id)
                .collect(Collectors.toSet())
                .containsAll(Set.of(shown.id()));
        if (still) {
            load(sets.get(actor, shown.id()), item);
        } else {
            UI.getCurrent().navigate("sealed");
        }
    }

    private void go(@Nullable ItemId item) {
        SealedSet shown = set;
        if (shown != null) {
            UI.getCurrent().navigate("sealed/" + shown.id() + (item == null ? "" : "/" + item));
        }
    }
}
