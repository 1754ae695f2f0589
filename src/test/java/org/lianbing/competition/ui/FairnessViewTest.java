package org.lianbing.competition.ui;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

import org.lianbing.account.Accounts;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.Contest;
import org.lianbing.competition.SealedHall;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.PaperRules;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What an organizer lays before whoever appeals. */
class FairnessViewTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    SealedHall hall;

    @Autowired
    Competitions competitions;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private UnitId unit = UnitId.next();

    @BeforeEach
    void someUnit() {
        unit = city.enterprise();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everyItemStandsThereWithItsFormsAndCandidates() {
        Actor organizer = city.actor(unit, Role.ORGANIZER);
        Competition opened =
                contest.open(organizer, forms(2, contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, people(3))));
        look(organizer, opened);

        // Seats 1 and 3 have the first form, seat 2 the second.
        List<List<String>> items = rows(4);
        Set<String> codes = codes(opened);
        assertThat(items).hasSameSizeAs(codes);
        assertThat(items.stream().map(List::getFirst)).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(items)
                .allSatisfy(row -> assertThat(row.getLast())
                        .isEqualTo(row.get(3).equals("1") ? "2" : row.get(3).equals("2") ? "1" : "3"));
        assertThat(rows(2))
                .as("each form against each")
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).hasSize(3).contains("—"));
        assertThat(text()).contains("每道题的曝光", "打印：" + organizer.name()).doesNotContain("不公开");
        assertThat(find(Button.class).withText("打印").all()).hasSize(1);
    }

    @Test
    void eachOfManyFormsStandsAtTheEnd() {
        Actor organizer = city.actor(unit, Role.ORGANIZER);
        Competition opened =
                contest.open(organizer, forms(12, contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, people(2))));
        look(organizer, opened);

        // Coverage, how widely items stand, each item, each form.
        assertThat(find(NativeTable.class).all()).hasSize(4);
        assertThat(rows(3)).hasSize(12);
        assertThat(rows(3).getLast().getFirst()).contains("12");
        assertThat(text()).contains("每套试卷");
    }

    @Test
    void sealedItemsAreCountedAndNotNamed() {
        SealedHall.Hall sealed = hall.done();
        look(sealed.organizer(), sealed.competition());

        assertThat(rows(3)).containsExactly(List.of("不公开", "—", "—", "1", "1"));
        assertThat(text())
                .contains("密题在公布成绩之前只计数")
                .doesNotContain(codes(sealed.competition()).iterator().next());

        competitions.release(sealed.organizer(), sealed.competition().id(), contest.now());
        assertThat(competitions.exposures(
                        sealed.organizer(), sealed.competition().id()))
                .as("with the results it is an item as any other")
                .allSatisfy(one -> assertThat(one.named()).isNotNull());
    }

    @Test
    void whoSitsItIsToldNoItem() {
        PersonId sitting = city.person(unit);
        Actor organizer = city.actor(unit, Role.ORGANIZER);
        Competition opened = contest.open(organizer, contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, sitting));
        accounts.grant(city.administrator(), sitting, new Grant(Role.ORGANIZER, unit, Set.of()));
        look(accounts.actor(sitting).orElseThrow(), opened);

        assertThat(rows(3))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getFirst()).isEqualTo("不公开"));
        codes(opened).forEach(code -> assertThat(text()).doesNotContain(code));
    }

    @Test
    void aContestFromBeforeThereWasAReportSaysSo() {
        Actor organizer = city.actor(unit, Role.ORGANIZER);
        Competition opened =
                contest.open(organizer, contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, city.person(unit)));
        jdbc.sql("update exam.exam set fairness = null where id = :id")
                .param("id", Contest.exam(opened).value())
                .update();
        look(organizer, opened);

        assertThat(find(EmptyState.class).exists()).isTrue();
        assertThat(find(NativeTable.class).all()).isEmpty();
    }

    private PersonId[] people(int count) {
        return Stream.generate(() -> city.person(unit)).limit(count).toArray(PersonId[]::new);
    }

    private static CompetitionDraft forms(int forms, CompetitionDraft plain) {
        PaperRules rules = new PaperRules(forms, true, PaperRules.USUAL_TOLERANCE, null, Set.of(), 0);
        return new CompetitionDraft(
                plain.name(),
                plain.trade(),
                plain.level(),
                plain.window(),
                plain.sections(),
                rules,
                plain.admitted(),
                plain.results(),
                plain.liveBoard(),
                plain.aids());
    }

    private void look(Actor actor, Competition competition) {
        city.actAs(actor.person());
        navigate(CompetitionNavigation.fairness(competition.id()), FairnessView.class);
    }

    /** The rows of one of the tables, from 0. */
    private List<List<String>> rows(int table) {
        return written(find(NativeTable.class).all().get(table)).select("tbody > tr").stream()
                .map(row -> row.children().eachText())
                .toList();
    }

    private static Document written(NativeTable table) {
        return Jsoup.parse("<table>" + table.getElement().getProperty("innerHTML") + "</table>");
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively()
                + find(NativeTable.class).all().stream()
                        .map(table -> written(table).text())
                        .collect(Collectors.joining());
    }

    private Set<String> codes(Competition competition) {
        return jdbc.sql("""
                        select distinct i.code from bank.item i join paper.form_slot s on s.item_id = i.id
                        join exam.form f on f.form_id = s.form_id where f.exam_id = :exam
                        """).param("exam", Contest.exam(competition).value()).query(String.class).list().stream()
                .collect(Collectors.toSet());
    }
}
