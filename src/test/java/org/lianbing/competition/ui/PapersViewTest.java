package org.lianbing.competition.ui;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Competition;
import org.lianbing.competition.Contest;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The page from which a contest is printed. */
class PapersViewTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    private Competition competition;

    @BeforeEach
    void someContest() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        UnitId unit = city.enterprise();
        Actor organizer = city.actor(unit, Role.ORGANIZER);
        List<PersonId> people = List.of(city.person(unit), city.person(unit));
        competition = contest.open(
                organizer, contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, people.getFirst(), people.getLast()));
        city.actAs(organizer.person());
        UI.getCurrent().navigate("competitions/" + competition.id() + "/papers");
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void paperAndSheetsOpenAndKeysWait() {
        assertThat(link("print-paper").getHref()).isNotEmpty();
        assertThat(link("print-sheets").getHref()).isNotEmpty();
        assertThat(link("print-keys").getHref()).isEmpty();
        assertThat(link("print-keys").getElement().getAttribute("aria-disabled"))
                .isEqualTo("true");
        IntegerField to = find(IntegerField.class).all().get(1);
        assertThat(to.getValue()).isEqualTo(2);
        to.setValue(500);
        assertThat(to.isInvalid()).isTrue();
        assertThat(link("print-sheets").getHref()).isEmpty();
        TextArea notes = find(TextArea.class).all().getFirst();
        notes.setValue("一条".repeat(101));
        assertThat(notes.isInvalid()).isTrue();
        assertThat(link("print-paper").getHref()).isEmpty();
    }

    private Anchor link(String test) {
        return find(Anchor.class).all().stream()
                .filter(anchor -> test.equals(anchor.getElement().getAttribute("data-test")))
                .findFirst()
                .orElseThrow();
    }
}
