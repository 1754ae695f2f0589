package org.lianbing.bank.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.lianbing.account.GrantedPeople;
import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.SealedSet;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.base.ui.Section;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** The sealed sets of which one is a setter; nobody else is told of them. */
@Route("sealed")
@Menu(title = "bankui.sealed.menu", icon = "lock", order = 14)
@RolesAllowed({"TRAINER", "REVIEWER"})
class SealedSetsView extends Div implements HasDynamicTitle {

    private final transient SealedSets sets;
    private final transient GrantedPeople granted;
    private final transient Actor actor;

    SealedSetsView(SealedSets sets, GrantedPeople granted, People people, CurrentActor current) {
        this.sets = sets;
        this.granted = granted;
        this.actor = current.require();
        addClassNames("page", "workbench", "sealed");
        Button create = new Button(getTranslation("bankui.sealed.new"), click -> create());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new PageHeader(getTranslation("bankui.review.crumb"), getTranslation("bankui.sealed.title"), create));
        List<SealedSet> mine = sets.mine(actor);
        if (mine.isEmpty()) {
            add(new EmptyState(
                    "lock", getTranslation("bankui.sealed.none"), getTranslation("bankui.sealed.none-hint")));
            return;
        }
        Map<PersonId, PersonName> names = people.names(
                mine.stream().flatMap(set -> set.setters().stream()).collect(Collectors.toSet()));
        Div lines = new Div();
        lines.addClassName("packet-list");
        mine.forEach(set -> lines.add(line(set, names)));
        add(new Section(lines));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bankui.sealed.title");
    }

    private Component line(SealedSet set, Map<PersonId, PersonName> names) {
        Anchor title = new Anchor("sealed/" + set.id(), set.title());
        title.setRouterIgnore(false);
        title.addClassName("strong");
        Span who = new Span(getTranslation(
                "bankui.sealed.what",
                set.items(),
                set.setters().stream()
                        .map(names::get)
                        .filter(java.util.Objects::nonNull)
                        .map(PersonName::name)
                        .sorted()
                        .collect(Collectors.joining(getTranslation("bankui.comma")))));
        who.addClassNames("small", "muted");
        Div words = new Div(title, who);
        words.addClassNames("stack-tight", "grow");
        Div line = new Div(
                words,
                set.sealed()
                        ? new Tag(getTranslation("bankui.sealed.sealed"), Tone.SPARK)
                        : new Tag(getTranslation("bankui.sealed.released"), Tone.PLAIN));
        line.addClassName("packet-line");
        return line;
    }

    private void create() {
        TextField title = new TextField(getTranslation("bankui.sealed.name"));
        title.setPlaceholder(getTranslation("bankui.sealed.name-hint"));
        MultiSelectComboBox<PersonName> setters = new MultiSelectComboBox<>(getTranslation("bankui.sealed.others"));
        setters.setItems(granted.holdingOneOf(Set.of(Role.TRAINER, Role.REVIEWER)).stream()
                .filter(person -> !person.id().equals(actor.person()))
                .toList());
        setters.setItemLabelGenerator(PersonName::name);
        Span hint = new Span(getTranslation("bankui.sealed.hint"));
        hint.addClassNames("small", "muted");
        Div fields = new Div(title, setters, hint);
        fields.addClassNames("stack", "dialog-fields");
        Dialog dialog = new Dialog(fields);
        dialog.setHeaderTitle(getTranslation("bankui.sealed.new"));
        Button cancel = new Button(getTranslation("base.cancel"), click -> dialog.close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button save = new Button(getTranslation("bankui.sealed.make"), click -> {
            if (title.getValue().isBlank()) {
                title.setErrorMessage(getTranslation("bankui.sealed.name-hint"));
                title.setInvalid(true);
            } else if (setters.getValue().isEmpty()) {
                setters.setErrorMessage(getTranslation("bank.sealed.two"));
                setters.setInvalid(true);
            } else {
                SealedSetId id = sets.create(
                        actor,
                        title.getValue(),
                        setters.getValue().stream().map(PersonName::id).toList());
                dialog.close();
                UI.getCurrent().navigate("sealed/" + id);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(cancel, save);
        dialog.open();
    }
}
