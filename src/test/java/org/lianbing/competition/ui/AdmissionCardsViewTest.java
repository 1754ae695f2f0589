package org.lianbing.competition.ui;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.IntegerField;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.QrCode;
import org.lianbing.competition.AdmissionCard;
import org.lianbing.competition.AdmissionCards;
import org.lianbing.competition.Competition;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.Contest;
import org.lianbing.competition.sheet.CardWorkbook;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Cards that let contestants in: on paper, and as an Excel file. */
class AdmissionCardsViewTest extends ViewTest {

    private static final String SITE = "https://lianbing.example";

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    AdmissionCards cards;

    @Autowired
    CardWorkbook workbook;

    @Autowired
    AdmissionDesk desk;

    @Autowired
    Words words;

    private UnitId unit = UnitId.next();
    private PersonId worker = PersonId.next();
    private Actor organizer = new Actor(worker, "", unit, List.of());
    private Competition competition;

    @BeforeEach
    void someContest() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        worker = city.person(unit);
        PersonId other = city.person(unit);
        competition = contest.open(organizer, contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, worker, other));
    }

    @AfterEach
    void leave() {
        competitions.withdraw(organizer, competition.id(), contest.now());
        SecurityContextHolder.clearContext();
    }

    @Test
    void cardsArePrintedByARangeOfSeats() {
        CardsDialog dialog = new CardsDialog(competition.draft(), cards.all(organizer, competition.id()), SITE, words);
        dialog.open();
        assertThat(find(QrCode.class).all()).hasSize(2);
        assertThat(find(H2.class).all()).extracting(H2::getText).doesNotContain("");
        test(find(IntegerField.class).withLabel("从考号").single()).setValue(2);
        assertThat(find(QrCode.class).all()).hasSize(1);
        assertThat(find(Button.class).withText("打印").single().isEnabled()).isTrue();
    }

    @Test
    void theSheetHoldsALinkForEachContestant() throws Exception {
        List<AdmissionCard> all = cards.all(organizer, competition.id());
        byte[] file = workbook.write(competition, all, SITE, Locale.SIMPLIFIED_CHINESE);
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var rows = read.getFirstSheet().read();
            assertThat(rows).hasSize(5);
            assertThat(rows.getLast().getCellText(3))
                    .isEqualTo(SITE + all.getLast().path());
        }
    }

    @Test
    void theDeskCountsWhoIsReady() {
        AdmissionActs acts = desk.acts(competition, organizer);
        AdmissionSection section = new AdmissionSection(acts);
        UI.getCurrent().add(section);
        section.show(acts.turnout());
        assertThat(section.getElement().getTextRecursively()).contains("/ 2").contains("答卷已备好");
        assertThat(find(Button.class).withText("全部换新").exists()).isTrue();
    }
}
