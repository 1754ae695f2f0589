package org.lianbing.competition.ui;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.competition.AdmissionCards;
import org.lianbing.competition.Competition;
import org.lianbing.competition.sheet.CardWorkbook;

/** What the part of the desk that is about admission works with. */
@Component
class AdmissionDesk {

    private final AdmissionCards cards;
    private final CardWorkbook workbook;
    private final Words words;
    private final String baseUrl;

    AdmissionDesk(
            AdmissionCards cards, CardWorkbook workbook, Words words, @Value("${lianbing.base-url:}") String baseUrl) {
        this.cards = cards;
        this.workbook = workbook;
        this.words = words;
        this.baseUrl = baseUrl;
    }

    AdmissionCards cards() {
        return cards;
    }

    AdmissionActs acts(Competition competition, Actor actor) {
        return new AdmissionActs(competition, cards, workbook, baseUrl, words, actor);
    }
}
