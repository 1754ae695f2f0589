package org.lianbing.exam.marking;

import java.util.List;

import org.springframework.stereotype.Component;

import org.lianbing.base.PersonId;
import org.lianbing.exam.Exam;
import org.lianbing.exam.marking.store.ThirdTable;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.NoticeDraft;

/**
 * Tells that a third opinion is wanted: those who may give it, each once while something waits for them; where nobody may,
 * those who named the markers.
 */
@Component
class ThirdOpinions {

    private final ThirdTable table;
    private final Inbox inbox;

    ThirdOpinions(ThirdTable table, Inbox inbox) {
        this.table = table;
        this.inbox = inbox;
    }

    /** A third opinion about this answer was asked for just now. */
    void wanted(Exam exam, AnswerId answer) {
        String title = exam.draft().title();
        List<ThirdTable.Able> able = table.able(exam.id(), answer, exam.draft().unit());
        if (able.isEmpty()) {
            inbox.send(
                    table.namedBy(exam.id()),
                    NoticeDraft.of("exam.marking.notice.third-nobody", "exams/" + exam.id() + "/marking", title));
            return;
        }
        List<PersonId> idle = able.stream()
                .filter(one -> !one.hasOthers())
                .map(ThirdTable.Able::person)
                .toList();
        inbox.send(idle, NoticeDraft.of("exam.marking.notice.third", "marking", title));
    }
}
