package org.lianbing.competition.ui;

import java.time.Clock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.competition.AdmissionCards;
import org.lianbing.competition.Competition;
import org.lianbing.competition.ContestAccess;
import org.lianbing.competition.sheet.CardWorkbook;

/** What the part of the desk that is about admission works with. */
@Component
class AdmissionDesk {

    private final AdmissionCards cards;
    private final CardWorkbook workbook;
    private final ContestAccess access;
    private final Words words;
    private final Clock clock;
    private final String baseUrl;

    AdmissionDesk(
            AdmissionCards cards,
            CardWorkbook workbook,
            ContestAccess access,
            Words words,
            Clock clock,
            @Value("${lianbing.base-url:}") String baseUrl) {
        this.access = access;
        this.clock = clock;
        this.cards = cards;
        this.workbook = workbook;
        this.words = words;
        this.baseUrl = baseUrl;
    }

    AdmissionCards cards() {
        return cards;
    }

    AccessActs accessActs(Competition competition, Actor actor) {
        return new AccessActs(competition, access, baseUrl, actor, clock);
    }

    AdmissionActs acts(Competition competition, Actor actor) {
        return new AdmissionActs(competition, cards, workbook, baseUrl, words, actor);
    }
}
