package org.lianbing.practice.ui;

import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Role;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The navigation marks where one is. */
class WaysTest extends ViewTest {

    @Autowired
    TestCity city;

    @Test
    void oneWayIsMarkedWherePathsBeginAlike() {
        city.actAs(city.actor(city.enterprise(), Role.TRAINER, Role.WORKER).person());
        navigate(PracticalsView.class);
        assertThat(find(Anchor.class).all().stream()
                        .filter(way -> "page".equals(way.getElement().getAttribute("aria-current")))
                        .map(Anchor::getHref))
                .containsOnly("/practice/practicals");
    }
}
