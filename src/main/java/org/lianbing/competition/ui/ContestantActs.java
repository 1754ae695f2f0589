package org.lianbing.competition.ui;

import java.time.Clock;

import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.competition.AdmissionCards;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Contestant;
import org.lianbing.competition.Contestants;

/** What an organizer asks and decides about contestants of one competition. */
record ContestantActs(
        CompetitionId competition,
        Contestants contestants,
        TimeActs time,
        AdmissionCards cards,
        Actor actor,
        Clock clock) {

    Contestant get(PersonId person) {
        return contestants.get(actor, competition, person);
    }

    void declareVoid(PersonId person, String reason) {
        contestants.declareVoid(actor, competition, person, reason, clock.instant());
    }

    void restore(PersonId person) {
        contestants.restore(actor, competition, person, clock.instant());
    }

    void renewLink(PersonId person) {
        cards.renew(actor, competition, person);
    }
}
