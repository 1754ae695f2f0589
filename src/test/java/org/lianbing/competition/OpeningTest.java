package org.lianbing.competition;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.account.Accounts;
import org.lianbing.account.People;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.competition.store.OpeningTable;
import org.lianbing.exam.CorrectionDraft;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.exam.store.CorrectionTable;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.Notice;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.Embargo;
import org.lianbing.paper.Fairness;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.PaperRules;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotRuling;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A contest with more forms than are made while somebody waits. */
@IntegrationTest
class OpeningTest {

    /** One more than are made at once. */
    private static final int FORMS = Opening.FORMS_AT_ONCE + 1;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    OpeningTable openings;

    @Autowired
    PaperMaking making;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    CompetitionTable table;

    @Autowired
    OpeningEnd end;

    @Autowired
    People people;

    @Autowired
    AuditLog audit;

    @Autowired
    CorrectionTable corrections;

    @Autowired
    CompetitionUses uses;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Exams exams;

    @Autowired
    Forms forms;

    @Autowired
    Embargo embargo;

    @Autowired
    Accounts accounts;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    private UnitId unit = UnitId.next();
    private Actor organizer = new Actor(PersonId.next(), "", unit, List.of());
    private CompetitionId id = CompetitionId.next();

    @BeforeEach
    void begun() {
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        id = competitions.create(
                organizer, contest.ofForms(FORMS, city.person(unit), city.person(unit)), contest.now());
        competitions.open(organizer, id, contest.now());
    }

    @Test
    void papersAreMadeInTheBackgroundAndThenItIsOpen() {
        Competition being = competitions.get(organizer, id);
        assertThat(being.isBeingOpened()).isTrue();
        assertThat(being.stage()).as("there is no exam to meet").isNull();
        assertThat(being.opening()).isEqualTo(new OpeningProgress(FORMS, false, 0, null));

        contest.step(id, 3);
        assertThat(competitions.get(organizer, id).opening())
                .isEqualTo(new OpeningProgress(FORMS, true, 2 * PaperMaking.BATCH, null));
        assertThat(competitions.get(organizer, id).stage()).isNull();
        contest.goOn(id);

        Competition open = competitions.get(organizer, id);
        assertThat(open.state()).isEqualTo(CompetitionState.OPEN);
        assertThat(open.opening()).isNull();
        ExamId exam = Contest.exam(open);
        assertThat(exams.forms(List.of(exam)).keySet())
                .hasSize(FORMS)
                .allSatisfy(form -> assertThat(forms.get(form).slots()).hasSize(2));
        assertThat(exams.sittings(exam)).hasSize(2);
        Fairness fairness = competitions.fairness(organizer, id).orElseThrow();
        assertThat(fairness.forms()).hasSize(FORMS);
        assertThat(fairness.overlaps()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from competition.opening where competition_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(told()).containsExactly("competition.notice.opened");
    }

    @Test
    void whatWasDrawnIsUnderEmbargoBeforeItIsFrozen() {
        contest.step(id, 1);

        Set<ItemId> drawn = jdbc.sql("""
                        select distinct v.item_id from competition.opening o
                        join competition.opening_form f on f.opening_id = o.id
                        join bank.item_version v on v.id = any(f.versions)
                        where o.competition_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> new ItemId(row.getObject("item_id", UUID.class)))
                .set();
        assertThat(frozen(planned())).isZero();
        assertThat(embargo.underEmbargo(drawn)).isNotEmpty().isEqualTo(drawn);
    }

    @Test
    void whoGoesOnAfterAnInterruptionMakesTheSameForms() {
        contest.step(id, 2);
        List<FormId> planned = planned();
        List<List<ItemVersionId>> standing = plannedVersions();
        // In the middle of a batch, as when the process ends: nothing of it is committed.
        OpeningTable.Begun opening = openings.find(contest.opening(id)).orElseThrow();
        Competition competition = competitions.get(organizer, id);
        transaction.executeWithoutResult(status -> {
            assertThat(making.freezeSome(opening, competition, making.freezer(competition), contest.now()))
                    .isTrue();
            assertThat(frozen(planned)).isEqualTo(2 * PaperMaking.BATCH);
            status.setRollbackOnly();
        });
        assertThat(frozen(planned)).isEqualTo(PaperMaking.BATCH);

        anotherNode().goOn(opening.id());

        ExamId exam = Contest.exam(competitions.get(organizer, id));
        assertThat(exams.forms(List.of(exam)).keySet()).containsExactlyInAnyOrderElementsOf(planned);
        assertThat(planned.stream()
                        .map(form -> forms.get(form).slots().stream()
                                .map(Slot::version)
                                .toList())
                        .toList())
                .isEqualTo(standing);
    }

    @Test
    void aDrawingThatDidNotEndIsDoneAgainAndOneThatDidIsNot() {
        OpeningTable.Begun opening = openings.find(contest.opening(id)).orElseThrow();
        Competition competition = competitions.get(organizer, id);
        transaction.executeWithoutResult(status -> {
            assertThat(making.draw(opening, competition, contest.now())).isTrue();
            status.setRollbackOnly();
        });
        assertThat(planned()).isEmpty();

        contest.step(id, 1);
        List<FormId> planned = planned();
        boolean again =
                Boolean.TRUE.equals(transaction.execute(status -> making.draw(opening, competition, contest.now())));

        assertThat(again).isFalse();
        assertThat(planned()).hasSize(FORMS).isEqualTo(planned);
    }

    @Test
    void whoReadItBeforeItWasDrawnDoesNotDrawAgain() {
        CompetitionId all = competitions.create(organizer, wholeBank(FORMS, city.person(unit)), contest.now());
        competitions.open(organizer, all, contest.now());
        OpeningTable.Begun before = openings.find(contest.opening(all)).orElseThrow();
        Competition competition = competitions.get(organizer, all);
        contest.step(all, 1);

        // Nothing is left in the bank, so that a second drawing is refused; and who is refused drops all there is.
        assertThatThrownBy(() -> making.probe(competition, 1, contest.now())).hasMessage("competition.too-few-items");
        Boolean again = transaction.execute(status -> making.draw(before, competition, contest.now()));
        assertThat(again).isFalse();
    }

    /** A draft whose every form takes all true-false items that there are. */
    private CompetitionDraft wholeBank(int count, PersonId... people) {
        CompetitionDraft draft = contest.ofForms(count, people);
        int there = competitions
                .availability(organizer, draft.trade(), draft.level())
                .of(ItemType.TRUE_FALSE, null);
        return Contest.of(draft, Contest.section(ItemType.TRUE_FALSE, there));
    }

    @Test
    void nodesThatWorkAtOnceMakeNothingTwice() {
        OpeningId opening = contest.opening(id);
        List<FormId> planned;
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            all(nodes, 3, opening);
            planned = openings.find(opening).isPresent() ? planned() : List.of();
        }
        // Whoever found the others drawing, or at the last forms, has left: as a second later, one goes on.
        if (!planned.isEmpty()) {
            anotherNode().goOn(opening);
        }

        ExamId exam = Contest.exam(competitions.get(organizer, id));
        Set<FormId> made = exams.forms(List.of(exam)).keySet();
        assertThat(made).hasSize(FORMS);
        assertThat(frozen(made)).isEqualTo(FORMS);
        assertThat(jdbc.sql("select count(*) from exam.exam where title = :title and unit_id = :unit")
                        .param("title", competitions.get(organizer, id).draft().name())
                        .param("unit", unit.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void twoTransactionsNeverTakeTheSameForms() {
        contest.step(id, 1);
        OpeningId opening = contest.opening(id);
        transaction.executeWithoutResult(one -> {
            Set<FormId> mine = taken(opening);
            Set<FormId> theirs = CompletableFuture.supplyAsync(() -> transaction.execute(other -> taken(opening)))
                    .join();
            assertThat(mine).hasSize(PaperMaking.BATCH);
            assertThat(theirs).hasSize(PaperMaking.BATCH).doesNotContainAnyElementsOf(mine);
            one.setRollbackOnly();
        });
    }

    @Test
    void noPlanTakesMoreThanTheLimit() {
        contest.step(id, 1);
        OpeningId opening = contest.opening(id);
        transaction.executeWithoutResult(status -> {
            // As where the table is thought to be tiny: the choice on the inside of a loop.
            List.of("hashjoin", "mergejoin", "hashagg", "sort", "material", "bitmapscan", "indexscan", "memoize")
                    .forEach(way ->
                            jdbc.sql("set local enable_" + way + " = off").update());
            assertThat(taken(opening)).hasSize(PaperMaking.BATCH);
            status.setRollbackOnly();
        });
    }

    @Test
    void callingOffLeavesADraftAndNothingElse() {
        contest.step(id, 3);
        List<FormId> planned = planned();
        OpeningId opening = contest.opening(id);
        assertThat(frozen(planned)).isEqualTo(2 * PaperMaking.BATCH);

        competitions.withdraw(organizer, id, contest.now());

        assertNothingIsLeft(planned);
        Competition draft = competitions.get(organizer, id);
        assertThat(draft.state()).isEqualTo(CompetitionState.DRAFT);
        assertThat(draft.opening()).isNull();
        anotherNode().goOn(opening);
        assertThat(competitions.get(organizer, id).state())
                .as("whoever was still at it")
                .isEqualTo(CompetitionState.DRAFT);
        competitions.change(organizer, id, draft.draft());
        competitions.open(organizer, id, contest.now());
        contest.goOn(id);
        assertThat(competitions.get(organizer, id).state()).isEqualTo(CompetitionState.OPEN);
    }

    @Test
    void callingOffAMomentLateLeavesNothingEither() {
        contest.step(id, 1);
        List<FormId> planned = planned();
        contest.goOn(id);
        ExamId exam = Contest.exam(competitions.get(organizer, id));
        assertThat(frozen(planned)).isEqualTo(FORMS);

        competitions.withdraw(organizer, id, contest.now());

        assertNothingIsLeft(planned);
        assertThat(exams.forms(List.of(exam))).isEmpty();
        assertThat(competitions.get(organizer, id).state()).isEqualTo(CompetitionState.DRAFT);
    }

    @Test
    void aCorrectionKeepsTheFormsOfWhatWasTakenBack() {
        contest.goOn(id);
        ExamId exam = Contest.exam(competitions.get(organizer, id));
        Set<FormId> made = exams.forms(List.of(exam)).keySet();
        corrections.insert(
                CorrectionId.next(),
                exam,
                new CorrectionDraft(1, 1, new SlotRuling.FullMarks(), "标准修订", false),
                0,
                organizer.person(),
                contest.now());

        competitions.withdraw(organizer, id, contest.now());

        assertThat(frozen(made)).isEqualTo(FORMS);
        assertThat(count("paper.embargo", "form_id", made)).isZero();
    }

    @Test
    void anItemOfManyFormsIsUsedOnceByTheirCompetition() {
        PersonId[] people = Stream.generate(() -> city.person(unit)).limit(3).toArray(PersonId[]::new);
        Competition opened = contest.open(organizer, wholeBank(PaperRules.EACH, people));
        Set<ItemVersionId> standing = forms.standing(
                        exams.forms(List.of(Contest.exam(opened))).keySet())
                .keySet();

        assertThat(uses.uses(organizer, standing)).hasSameSizeAs(standing);
    }

    @Test
    void callingOffWhileSomebodyIsAtItLeavesNothingEither() {
        contest.step(id, 2);
        List<FormId> planned = planned();
        OpeningTable.Begun opening = openings.find(contest.opening(id)).orElseThrow();
        Competition competition = competitions.get(organizer, id);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(status -> {
                making.freezeSome(opening, competition, making.freezer(competition), contest.now());
                others.submit(() -> competitions.withdraw(organizer, id, contest.now()));
                // It waits for this batch, but leaves nobody another one.
                await().atMost(PATIENCE)
                        .until(() ->
                                others.submit(() -> takesNothing(opening.id())).get());
            });
        }

        assertNothingIsLeft(planned);
        assertThat(competitions.get(organizer, id).state()).isEqualTo(CompetitionState.DRAFT);
    }

    @Test
    void aFailureHalfWayLeavesNothingButWhy() {
        contest.step(id, 3);
        List<FormId> planned = planned();
        jdbc.sql("""
                        update competition.opening_form set versions[1] = gen_random_uuid()
                        where number = 90 and opening_id = :id
                        """).param("id", contest.opening(id).value()).update();

        contest.goOn(id);

        assertNothingIsLeft(planned);
        Competition draft = competitions.get(organizer, id);
        assertThat(draft.state()).isEqualTo(CompetitionState.DRAFT);
        OpeningProgress.Failure why = failure(draft);
        assertThat(why.code()).isEqualTo("paper.version-gone");
        assertThat(why.chinese()).isNotEqualTo(why.english());
        assertThat(told()).containsExactly("competition.notice.opening-failed");

        competitions.open(organizer, id, contest.now());
        contest.goOn(id);
        assertThat(competitions.get(organizer, id).state()).isEqualTo(CompetitionState.OPEN);
    }

    @Test
    void whatMayPassIsTriedAgainAndThenGivenUp() {
        contest.step(id, 1);
        List<FormId> planned = planned();
        // Stands in the way of a form, as nothing of ours does.
        jdbc.sql("""
                        insert into paper.form (id, title, max_score, rendered, etag, frozen_at)
                        values (:id, '', 1, '', '', now())
                        """).param("id", planned.getFirst().value()).update();

        contest.goOn(id);
        assertThat(competitions.get(organizer, id).isBeingOpened()).isTrue();
        while (competitions.get(organizer, id).isBeingOpened()) {
            contest.goOn(id);
        }

        assertThat(failure(competitions.get(organizer, id)).code()).isEqualTo("competition.opening.broken");
        assertNothingIsLeft(planned);
    }

    @Test
    void anErrorIsAFailureToo() {
        contest.step(id, 1);
        OpeningWork node = nodeWithErrors();

        while (competitions.get(organizer, id).isBeingOpened()) {
            node.goOn(contest.opening(id));
        }

        assertThat(failure(competitions.get(organizer, id)).code()).isEqualTo("competition.opening.broken");
    }

    /** Where every batch begins with an error, until it has been given up. */
    private OpeningWork nodeWithErrors() {
        AtomicInteger left = new AtomicInteger(OpeningWork.MOST_FAILURES);
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                if (left.getAndDecrement() > 0) {
                    throw new StackOverflowError();
                }
                return contest.now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        return new OpeningWork(
                table, openings, making, end, accounts, people, inbox, audit, transaction, transactions, clock);
    }

    @Test
    void processesThatEndOverTheDrawingDoNotEndOverItForEver() {
        OpeningId opening = contest.opening(id);
        for (int n = 0; n < OpeningWork.MOST_FAILURES; n++) {
            transaction.executeWithoutResult(status -> {
                contest.step(id, 1);
                status.setRollbackOnly();
            });
        }
        assertThat(planned()).isEmpty();

        anotherNode().goOn(opening);

        assertThat(failure(competitions.get(organizer, id)).code()).isEqualTo("competition.opening.broken");
    }

    @Test
    void whoIsNoOrganizerAnyMoreOpensNothing() {
        contest.step(id, 2);
        List<FormId> planned = planned();
        accounts.revoke(city.administrator(), organizer.person(), Role.ORGANIZER);

        contest.goOn(id);

        assertNothingIsLeft(planned);
        Actor other = city.actor(unit, Role.ORGANIZER);
        assertThat(competitions.get(other, id).state()).isEqualTo(CompetitionState.DRAFT);
    }

    @Test
    void nothingIsChangedMeanwhile() {
        CompetitionDraft draft = competitions.get(organizer, id).draft();

        refused("competition.being-opened", () -> competitions.change(organizer, id, draft));
        refused("competition.being-opened", () -> competitions.delete(organizer, id));
        refused("competition.being-opened", () -> competitions.open(organizer, id, contest.now()));
    }

    @Test
    void whatNoFormCanHaveIsSaidAtOnce() {
        CompetitionDraft draft = contest.ofForms(FORMS, city.person(unit));
        CompetitionDraft greedy = Contest.of(draft, Contest.section(ItemType.TRUE_FALSE, 200));
        CompetitionId other = competitions.create(organizer, greedy, contest.now());

        refused("competition.too-few-items", () -> competitions.open(organizer, other, contest.now()));
        assertThat(competitions.get(organizer, other).state()).isEqualTo(CompetitionState.DRAFT);
    }

    @Test
    void eachCandidateCanHaveAFormOfTheirOwn() {
        PersonId[] people = Stream.generate(() -> city.person(unit)).limit(3).toArray(PersonId[]::new);

        Competition opened = contest.open(organizer, contest.ofForms(PaperRules.EACH, people));

        assertThat(opened.draft().paperRules().forms()).isEqualTo(PaperRules.EACH);
        assertThat(exams.forms(List.of(Contest.exam(opened)))).hasSize(3);
    }

    @Test
    void morePlacesThanCanBeMadeAreRefused() {
        CompetitionDraft most = Contest.of(
                contest.ofForms(PaperRules.MOST_FORMS, city.person(unit)), Contest.section(ItemType.TRUE_FALSE, 100));
        CompetitionDraft more = Contest.of(
                contest.ofForms(PaperRules.MOST_FORMS, city.person(unit)), Contest.section(ItemType.TRUE_FALSE, 101));
        CompetitionId other = competitions.create(organizer, most, contest.now());

        refused("competition.too-many-places", () -> competitions.create(organizer, more, contest.now()));
        refused("competition.too-many-places", () -> competitions.change(organizer, other, more));
    }

    @Test
    void theRosterDecidesHowManyPlacesThereAreOfAFormForEach() {
        PersonId[] people = Stream.generate(() -> city.person(unit)).limit(92).toArray(PersonId[]::new);
        Blueprint.Section[] sections = EnumSet.complementOf(EnumSet.of(ItemType.PRACTICAL)).stream()
                .map(type -> new Blueprint.Section(type, CompetitionDraft.MOST_ITEMS, BigDecimal.ONE))
                .toArray(Blueprint.Section[]::new);
        CompetitionId large = competitions.create(
                organizer, Contest.of(contest.ofForms(PaperRules.EACH, people), sections), contest.now());

        refused("competition.too-many-places", () -> competitions.open(organizer, large, contest.now()));
        assertThat(competitions.get(organizer, large).state()).isEqualTo(CompetitionState.DRAFT);
    }

    @Test
    void theApiSaysHowFarItIsAndCallsItOff() throws Exception {
        ask(get(path("")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("OPENING"))
                .andExpect(jsonPath("$.opening.forms").value(FORMS))
                .andExpect(jsonPath("$.opening.drawn").value(false));
        contest.step(id, 2);
        ask(get(path(""))).andExpect(jsonPath("$.opening.made").value(PaperMaking.BATCH));
        Actor stranger = city.actor(city.enterprise(), Role.ORGANIZER);
        mvc.perform(delete(path("/opening")).header(HttpHeaders.AUTHORIZATION, contest.bearer(stranger.person())))
                .andExpect(status().isNotFound());

        ask(delete(path("/opening")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andExpect(jsonPath("$.opening").doesNotExist());
        ask(post(path("/opening")))
                .andExpect(status().isAccepted())
                .andExpect(header().string(HttpHeaders.LOCATION, path("")))
                .andExpect(jsonPath("$.state").value("OPENING"));
        accounts.revoke(city.administrator(), organizer.person(), Role.ORGANIZER);
        contest.goOn(id);
        organizer = city.actor(unit, Role.ORGANIZER);
        ask(get(path("")).header(HttpHeaders.ACCEPT_LANGUAGE, "en"))
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andExpect(jsonPath("$.opening.failure.code").isNotEmpty())
                .andExpect(jsonPath("$.opening.failure.detail").isNotEmpty());
    }

    private String path(String rest) {
        return "/api/competitions/" + id + rest;
    }

    private ResultActions ask(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header(HttpHeaders.AUTHORIZATION, contest.bearer(organizer.person()))
                .contentType(MediaType.APPLICATION_JSON));
    }

    /** With nothing in memory. */
    private OpeningWork anotherNode() {
        return beans.createBean(OpeningWork.class);
    }

    private void all(ExecutorService nodes, int count, OpeningId opening) {
        List<CompletableFuture<Void>> ends = IntStream.range(0, count)
                .mapToObj(node -> anotherNode())
                .map(node -> CompletableFuture.runAsync(() -> node.goOn(opening), nodes))
                .toList();
        ends.forEach(CompletableFuture::join);
    }

    private boolean takesNothing(OpeningId opening) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            return taken(opening).isEmpty();
        }));
    }

    private Set<FormId> taken(OpeningId opening) {
        return openings.take(opening, PaperMaking.BATCH).stream()
                .map(OpeningTable.Taken::form)
                .collect(Collectors.toSet());
    }

    private List<FormId> planned() {
        return openings.forms(contest.opening(id));
    }

    private List<List<ItemVersionId>> plannedVersions() {
        return jdbc.sql("select versions from competition.opening_form where opening_id = :id order by number")
                .param("id", contest.opening(id).value())
                .query((row, number) -> Stream.of(
                                (UUID[]) row.getArray("versions").getArray())
                        .map(ItemVersionId::new)
                        .toList())
                .list();
    }

    private int frozen(Collection<FormId> those) {
        return count("paper.form", "id", those);
    }

    private int count(String table, String column, Collection<FormId> those) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = any(:forms)")
                .param("forms", those.stream().map(FormId::value).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    private void assertNothingIsLeft(List<FormId> planned) {
        assertThat(planned).hasSize(FORMS);
        assertThat(count("paper.form", "id", planned)).isZero();
        assertThat(count("paper.form_slot", "form_id", planned)).isZero();
        assertThat(count("paper.embargo", "form_id", planned)).isZero();
        assertThat(count("competition.opening_form", "form_id", planned)).isZero();
    }

    private static OpeningProgress.Failure failure(Competition draft) {
        return Objects.requireNonNull(Objects.requireNonNull(draft.opening()).failure());
    }

    private List<String> told() {
        return inbox.of(organizer, false, PageOf.number(0, 10)).rows().stream()
                .map(Notice::code)
                .toList();
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
