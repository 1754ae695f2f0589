package org.lianbing.competition.ui;

import org.springframework.stereotype.Component;

import org.lianbing.bank.ContestPages;
import org.lianbing.bank.DrawingContest;
import org.lianbing.competition.CompetitionId;

/** Shows setters of a sealed set the way to the papers that hold their items, and to their keys. */
@Component
class SettersPages implements ContestPages {

    @Override
    public String papers(DrawingContest contest) {
        return CompetitionNavigation.papers(new CompetitionId(contest.id()));
    }

    @Override
    public String corrections(DrawingContest contest) {
        return CompetitionNavigation.corrections(new CompetitionId(contest.id()));
    }
}
