package org.lianbing.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.notice.store.NoticeTable;

/** Messages to people. Anybody's module may send one; everybody reads only their own. */
@Service
public class Inbox {

    private final NoticeTable table;
    private final Clock clock;

    Inbox(NoticeTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Tells each of these people once; part of the caller's transaction, so that nothing is told that did not happen. */
    @Transactional
    public void send(Collection<PersonId> people, NoticeDraft draft) {
        table.insert(List.copyOf(new java.util.LinkedHashSet<>(people)), draft, clock.instant());
    }

    /** Tells one person. */
    @Transactional
    public void send(PersonId person, NoticeDraft draft) {
        send(List.of(person), draft);
    }

    /** The actor's messages, the newest first. */
    public Paged<Notice> of(Actor actor, boolean unreadOnly, PageOf page) {
        return table.of(actor.person(), unreadOnly, page);
    }

    /** How many of the actor's messages wait to be read. */
    public int unread(Actor actor) {
        return table.unread(actor.person());
    }

    /** The actor has read a message; one of somebody else stays as it is. */
    @Transactional
    public void read(Actor actor, NoticeId notice) {
        table.read(actor.person(), List.of(notice), clock.instant());
    }

    /** The actor has read all of theirs. */
    @Transactional
    public void readAll(Actor actor) {
        table.readAll(actor.person(), clock.instant());
    }
}
