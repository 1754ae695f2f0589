package org.lianbing.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import org.springframework.modulith.NamedInterface;

import org.lianbing.base.PersonId;

/** Ways to the page of people. */
@NamedInterface("navigation")
public final class PeopleNavigation {

    private PeopleNavigation() {}

    /** All people. */
    public static void toPeople() {
        UI.getCurrent().navigate(PeopleView.class);
    }

    /** One person, with the others beside them. */
    public static void toPerson(PersonId person) {
        UI.getCurrent().navigate(PeopleView.class, new RouteParameters(PeopleView.PERSON, person.toString()));
    }
}
