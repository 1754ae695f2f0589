package org.lianbing.testing;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.Items;
import org.lianbing.bank.review.BlindSolve;
import org.lianbing.bank.review.BlindSolves;
import org.lianbing.base.Actor;

/** Answers items in review, as is demanded before what exams use is published. */
@Component
public class TestSolving {

    private final Items items;
    private final BlindSolves solves;

    TestSolving(Items items, BlindSolves solves) {
        this.items = items;
        this.solves = solves;
    }

    /** Answers what is proposed as its key says, and says so where only people can tell. */
    public void rightly(Actor reviewer, ItemId item) {
        ItemContent content =
                Objects.requireNonNull(items.get(reviewer, item).proposed()).content();
        BlindSolves.Blind paper = solves.paper(reviewer, item);
        List<String> right = content.interaction() instanceof Interaction.Calculated calculated
                ? RightResponses.to(paper.ask(), calculated, content.stem(), paper.stem())
                : RightResponses.to(paper.ask(), content.interaction());
        BlindSolve solve = solves.solve(reviewer, item, null, right);
        for (int part = 0; part < solve.verdicts().size(); part++) {
            if (solve.verdicts().get(part) == null) {
                solves.say(reviewer, item, null, part, true);
            }
        }
    }
}
