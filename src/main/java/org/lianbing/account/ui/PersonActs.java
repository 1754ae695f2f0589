package org.lianbing.account.ui;

import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import org.springframework.beans.factory.annotation.Value;

import org.lianbing.account.Accounts;
import org.lianbing.account.ActivationCards;
import org.lianbing.account.People;
import org.lianbing.account.Person;
import org.lianbing.account.PersonDraft;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Grant;
import org.lianbing.base.PersonId;
import org.lianbing.base.ui.Ask;
import org.lianbing.base.ui.Notices;

/** What an administrator can do for a person, each with its question, its command and its word when done. */
@org.springframework.stereotype.Component
class PersonActs {

    private final People people;
    private final Accounts accounts;
    private final ActivationCards cards;
    private final Words words;
    private final CurrentActor current;
    private final String baseUrl;

    PersonActs(
            People people,
            Accounts accounts,
            ActivationCards cards,
            Words words,
            CurrentActor current,
            @Value("${lianbing.base-url:}") String baseUrl) {
        this.people = people;
        this.accounts = accounts;
        this.cards = cards;
        this.words = words;
        this.current = current;
        this.baseUrl = baseUrl;
    }

    void add(Consumer<PersonId> added) {
        new PersonDialog(words, current.require(), "account.people.add", null, draft -> {
                    PersonId person = people.add(current.require(), draft);
                    Notices.done(com.vaadin
                            .flow
                            .component
                            .UI
                            .getCurrent()
                            .getTranslation("account.people.added", draft.name()));
                    added.accept(person);
                })
                .open();
    }

    void change(Component host, Person person, Consumer<PersonId> changed) {
        PersonDraft before = people.draft(current.require(), person.id());
        new PersonDialog(words, current.require(), "account.person.change", before, draft -> {
                    people.change(current.require(), person.id(), draft);
                    Notices.done(host.getTranslation("account.person.changed", draft.name()));
                    changed.accept(person.id());
                })
                .open();
    }

    void grant(Component host, Person person, Consumer<PersonId> changed) {
        new GrantDialog(words, current.require(), person, grant -> {
                    accounts.grant(current.require(), person.id(), grant);
                    Notices.done(host.getTranslation(
                            "account.roles.granted", person.name(), Words.role(host, grant.role())));
                    changed.accept(person.id());
                })
                .open();
    }

    void revoke(Component host, Person person, Grant grant, Consumer<PersonId> changed) {
        String role = Words.role(host, grant.role());
        Ask.once(
                host,
                host.getTranslation("account.roles.revoke-question", person.name(), role),
                host.getTranslation("account.roles.revoke-text", words.unitName(grant.unit())),
                host.getTranslation("account.roles.revoke"),
                () -> {
                    accounts.revoke(current.require(), person.id(), grant.role(), grant.unit());
                    changed.accept(person.id());
                });
    }

    void card(Component host, Person person, Consumer<PersonId> changed) {
        ActivationCards.Card card = cards.issue(current.require(), person.id());
        new CardDialog(card, words.unitName(person.unit()), baseUrl).open();
        changed.accept(person.id());
    }

    void switchOff(Component host, Person person, Consumer<PersonId> changed) {
        Ask.once(
                host,
                host.getTranslation("account.off.question", person.name()),
                host.getTranslation("account.off.text"),
                host.getTranslation("account.off"),
                () -> {
                    accounts.switchOff(current.require(), person.id());
                    Notices.done(host.getTranslation("account.off.done", person.name()));
                    changed.accept(person.id());
                });
    }

    void switchOn(Component host, Person person, Consumer<PersonId> changed) {
        accounts.switchOn(current.require(), person.id());
        Notices.done(host.getTranslation("account.on.done", person.name()));
        changed.accept(person.id());
    }
}
