package org.lianbing.notice.ui;

import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.base.ui.Bell;
import org.lianbing.notice.Inbox;

/** Tells the frame how many messages wait. */
@Component
class UnreadNotices implements Bell.Source {

    private final Inbox inbox;

    UnreadNotices(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public int unread(Actor actor) {
        return inbox.unread(actor);
    }

    @Override
    public String path() {
        return NoticesView.PATH;
    }
}
