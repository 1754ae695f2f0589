package org.lianbing.testing;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.review.BlindPaper;
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

    /** Answers what is proposed as its key says. */
    public void rightly(Actor reviewer, ItemId item) {
        ItemVersion proposed = Objects.requireNonNull(items.get(reviewer, item).proposed());
        List<String> right = BlindPaper.right(proposed.id(), proposed.content().interaction());
        // What only people can compare is answered in words.
        solves.solve(reviewer, item, right.isEmpty() ? List.of("照要点作答") : right);
    }
}
