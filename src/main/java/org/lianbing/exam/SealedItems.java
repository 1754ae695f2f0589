package org.lianbing.exam;

import java.util.Collection;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.lianbing.bank.SealedContests;
import org.lianbing.bank.SealedSetId;
import org.lianbing.base.Actor;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.paper.FormId;
import org.lianbing.paper.PaperForms;

/** The items of an exam that a sealed set holds still: open to the setters of every such set, and to nobody else. */
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

    /** Whether there are any. */
    public boolean areIn(ExamId id) {
        return !sets(papers.forms(id)).isEmpty();
    }

    /** Whether there are any in these forms of an exam. */
    boolean areIn(Collection<FormId> own) {
        return !sets(own).isEmpty();
    }

    /** Whether the actor reads all of them; nobody does where there are none. */
    public boolean areSetBy(Actor actor, ExamId id) {
        return areSetBy(actor, papers.forms(id));
    }

    boolean areSetBy(Actor actor, Collection<FormId> own) {
        Set<SealedSetId> sets = sets(own);
        return !sets.isEmpty() && sealed.isSetterOf(actor.person(), sets);
    }

    private Set<SealedSetId> sets(Collection<FormId> own) {
        return sealed.holding(forms.items(own));
    }
}
