package org.lianbing.account.ui;

import java.util.Map;
import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import org.lianbing.account.Person;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Grant;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;

/** The selected person at the side of the list: who they are, what they may do, and what can be done for them. */
class PersonPanel extends Aside {

    private final transient Words words;
    private final transient CurrentActor current;
    private final transient PersonActs acts;
    private final transient Consumer<PersonId> changed;

    PersonPanel(Words words, CurrentActor current, PersonActs acts, Consumer<PersonId> changed) {
        this.words = words;
        this.current = current;
        this.acts = acts;
        this.changed = changed;
        addClassNames("card", "side-panel");
    }

    void showNobody() {
        removeAll();
        add(new EmptyState(
                "person", getTranslation("account.person.none"), getTranslation("account.person.none-hint")));
    }

    void show(Person person) {
        removeAll();
        add(head(person), facts(person), roles(person), actions(person));
    }

    private Component head(Person person) {
        Button close = new Button(Icons.of("cross"), click -> PeopleNavigation.toPeople());
        close.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        close.setAriaLabel(getTranslation("account.person.close"));
        Div head = new Div(new H2(person.name()), PeopleView.state(this, person), close);
        head.addClassNames("row", "panel-head");
        return head;
    }

    private Component facts(Person person) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "account.unit", words.unitName(person.unit()));
        fact(facts, "account.staff-number", person.staffNumber());
        fact(facts, "account.phone-number", person.phone());
        fact(facts, "account.trade", person.trade() == null ? null : words.tradeName(this, person.trade()));
        fact(facts, "account.level", person.level() == null ? null : Words.level(this, person.level()));
        fact(facts, "account.username", person.username());
        return facts;
    }

    private void fact(DescriptionList facts, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
        }
    }

    private Component roles(Person person) {
        Map<UnitId, String> units =
                words.unitNames(person.grants().stream().map(Grant::unit).toList());
        Div list = new Div();
        list.addClassName("grants");
        person.grants().stream()
                .filter(grant -> grant.role() != Role.WORKER)
                .forEach(grant -> list.add(grant(person, grant, units)));
        if (list.getComponentCount() == 0) {
            Paragraph none = new Paragraph(getTranslation("account.roles.none"));
            none.addClassNames("small", "muted");
            list.add(none);
        }
        Button add = new Button(getTranslation("account.roles.add"), click -> acts.grant(this, person, changed));
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div head = new Div(new H3(getTranslation("account.roles")), add);
        head.addClassNames("row", "between");
        Div roles = new Div(head, list);
        roles.addClassName("stack");
        return roles;
    }

    private Component grant(Person person, Grant grant, Map<UnitId, String> units) {
        Span where = new Span(words.reach(this, grant, units));
        where.addClassNames("small", "muted", "grow");
        Div row = new Div(new Tag(Words.role(this, grant.role()), Tone.BLUE), where);
        row.addClassName("row");
        boolean own = grant.role() == Role.ADMIN
                && person.id().equals(current.require().person());
        if (!own) {
            Button revoke = new Button(
                    getTranslation("account.roles.revoke"), click -> acts.revoke(this, person, grant, changed));
            revoke.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            revoke.setAriaLabel(getTranslation("account.roles.revoke") + " " + Words.role(this, grant.role()));
            row.add(revoke);
        }
        return row;
    }

    private Component actions(Person person) {
        Div actions = new Div();
        actions.addClassName("panel-actions");
        if (person.active()) {
            Button card = new Button(getTranslation("account.card.print"), click -> acts.card(this, person, changed));
            card.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(card);
        }
        actions.add(new Button(getTranslation("account.person.change"), click -> acts.change(this, person, changed)));
        if (!person.id().equals(current.require().person())) {
            actions.add(person.active() ? off(person) : on(person));
        }
        return actions;
    }

    private Button off(Person person) {
        Button off = new Button(getTranslation("account.off"), click -> acts.switchOff(this, person, changed));
        off.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        return off;
    }

    private Button on(Person person) {
        Button on = new Button(getTranslation("account.on"), click -> acts.switchOn(this, person, changed));
        on.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return on;
    }
}
