package org.lianbing.exam;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.SealedContests;
import org.lianbing.bank.SealedSetId;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.paper.PaperForms;

/**
 * The items of an exam that a sealed set holds. Until its results are out they are open to the setters of every such set,
 * and to nobody else. What is sealed afterwards was open to its organizers before and stays so.
 */
@Component
public class SealedItems {

    private final PaperTable papers;
    private final PaperForms forms;
    private final SealedContests sealed;

    SealedItems(PaperTable papers, PaperForms forms, SealedContests sealed) {
        this.papers = papers;
        this.forms = forms;
        this.sealed = sealed;
    }

    /** The sets that hold them; none where there are none, and none once the results are out. */
    Set<SealedSetId> sets(Exam exam) {
        return exam.isReleased() ? Set.of() : sealed.holding(items(exam));
    }

    /** Whether there are any that the actor does not read. */
    public boolean areClosedTo(Actor actor, Exam exam) {
        Set<SealedSetId> sets = sets(exam);
        return !sets.isEmpty() && !areSetBy(actor, exam, sets);
    }

    /** Whether there are any. */
    boolean areIn(Exam exam) {
        return !sets(exam).isEmpty();
    }

    /** Whether the actor reads all of them; nobody does where there are none. */
    boolean areSetBy(Actor actor, Exam exam) {
        return areSetBy(actor, exam, sets(exam));
    }

    /** The same for sets that were asked for before. Whoever has lost the role or the trade reads nothing any more. */
    boolean areSetBy(Actor actor, Exam exam, Set<SealedSetId> sets) {
        TradeId trade = exam.draft().trade();
        boolean able = !actor.unitsFor(Role.TRAINER, trade).isEmpty()
                || !actor.unitsFor(Role.REVIEWER, trade).isEmpty();
        return !sets.isEmpty() && able && sealed.isSetterOf(actor.person(), sets);
    }

    /** Notes that the actor looks at all of them, as a look at each by itself is noted. */
    void looked(Actor actor, Exam exam) {
        sealed.looked(actor, items(exam));
    }

    private List<ItemId> items(Exam exam) {
        return forms.items(papers.forms(exam.id()));
    }
}
