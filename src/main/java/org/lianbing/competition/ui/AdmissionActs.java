package org.lianbing.competition.ui;

import java.util.List;

import org.lianbing.base.Actor;
import org.lianbing.competition.AdmissionCard;
import org.lianbing.competition.AdmissionCards;
import org.lianbing.competition.Competition;
import org.lianbing.competition.sheet.CardWorkbook;
import org.lianbing.exam.Turnout;

/** What an organizer asks and does before the start of one competition. */
record AdmissionActs(
        Competition competition,
        AdmissionCards cards,
        CardWorkbook workbook,
        String baseUrl,
        Words words,
        Actor actor) {

    List<AdmissionCard> all() {
        return cards.all(actor, competition.id());
    }

    void renewAll() {
        cards.renewAll(actor, competition.id());
    }

    Turnout turnout() {
        return cards.turnout(actor, competition.id());
    }
}
