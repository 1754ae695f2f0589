package org.lianbing.notice.ui;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;

class NoticesViewTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Inbox inbox;

    @Test
    void theFrameRingsAndAMessageLeadsOn() {
        Actor worker = city.actor(city.enterprise(), Role.WORKER);
        inbox.send(worker.person(), new NoticeDraft("notice.title.unread", List.of("7"), "改好了", "practice"));
        city.actAs(worker.person());
        navigate("notices", NoticesView.class);
        assertThat(find(Span.class).withClassName("badge").all())
                .extracting(Span::getText)
                .contains("1");
        test(find(NativeButton.class).withClassName("unread").single()).click();
        assertThat(inbox.unread(worker)).isZero();
        navigate("notices", NoticesView.class);
        assertThat(find(Button.class).withText("全部标为已读").exists()).isFalse();
    }
}
