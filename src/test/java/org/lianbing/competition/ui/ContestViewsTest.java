package org.lianbing.competition.ui;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import org.lianbing.account.Doorway;
import org.lianbing.account.SignIns;
import org.lianbing.account.security.PersonAuthentication;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Origin;
import org.lianbing.bank.SealedContests;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Tag;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionCard;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.CompetitionState;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.Contest;
import org.lianbing.competition.ContestTime;
import org.lianbing.competition.Contestants;
import org.lianbing.competition.ResultRow;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.LevelMix;
import org.lianbing.paper.PaperRules;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestSolving;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.ui.TradeFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The organizer's desk and the worker's cards. */
class ContestViewsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Admission admission;

    @Autowired
    SignIns signIns;

    @Autowired
    Trades trades;

    @Autowired
    Outlines outlines;

    @Autowired
    Contestants contestants;

    @Autowired
    org.lianbing.competition.AdmissionCards cards;

    @Autowired
    ContestTime time;

    @Autowired
    SealedSets sets;

    @Autowired
    SealedContests sealed;

    @Autowired
    TestSolving solving;

    @Autowired
    org.lianbing.bank.Review review;

    @Autowired
    Words words;

    @Autowired
    Clock clock;

    private UnitId unit = UnitId.next();
    private PersonId worker = PersonId.next();
    private Actor organizer = new Actor(worker, "", unit, List.of());

    @BeforeEach
    void someUnit() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        worker = city.person(unit, contest.trade());
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void emptyDeskSaysWhatToDoNext() {
        signIn(organizer.person());
        navigate(CompetitionsView.class);
        assertThat(find(EmptyState.class).exists()).isTrue();
        assertThat(find(Button.class).withText("新建竞赛").all()).hasSize(2);
    }

    @Test
    void formSaysWhatTheBankIsShortOfAndOpensOnlyWhatCanBeSat() {
        signIn(organizer.person());
        navigate(CompetitionEditView.class);
        Button open = find(Button.class).withText("开放竞赛").single();
        assertThat(open.isEnabled()).isFalse();
        test(find(TextField.class).withLabel("竞赛名称").single()).setValue("重阳护理赛");
        chooseTrade();
        IntegerField ordering = count("ordering");
        test(ordering).setValue(200);
        assertThat(tags()).anyMatch(text -> text.startsWith("缺 "));
        assertThat(open.isEnabled()).isFalse();
        test(ordering).setValue(0);
        test(count("true-false")).setValue(1);
        assertThat(tags()).anyMatch(text -> text.startsWith("够")).anyMatch(text -> text.equals("1 人"));
        assertThat(open.isEnabled()).isTrue();
        test(open).click();
        Competition opened = competitions
                .find(organizer, null, PageOf.number(0, 10))
                .rows()
                .getFirst()
                .competition();
        assertThat(opened.state()).isEqualTo(CompetitionState.OPEN);
        assertThat(getCurrentView()).isInstanceOf(CompetitionView.class);
        competitions.withdraw(organizer, opened.id(), contest.now());
    }

    @Test
    void formSaysByLevelAndDifficultyWhatTheBankLacksBeforeAnythingIsDrawn() {
        signIn(organizer.person());
        navigate(CompetitionEditView.class);
        test(find(TextField.class).withLabel("竞赛名称").single()).setValue("高级工取中级题");
        chooseTrade();
        test(find(Checkbox.class).withAttribute("data-test", "levels-mixed").single())
                .click();
        test(percent("level-intermediate")).setValue(60);
        test(percent("level-junior")).setValue(40);
        test(find(Checkbox.class).withAttribute("data-test", "mixed").single()).click();
        test(count("ordering")).setValue(200);

        String lacks = find(LackList.class).single().getElement().getTextRecursively();
        assertThat(lacks)
                .contains("初级工 · ", "按等级比例要", "按难度比例要")
                .containsPattern("下面这些不补上，就出不了卷：[^：]*：要 200 题，只有 \\d+ 题");
        test(count("ordering")).setValue(1);
        test(find(Button.class).withText("保存草稿").single()).click();
        CompetitionDraft saved = competitions
                .find(organizer, null, PageOf.number(0, 10))
                .rows()
                .getFirst()
                .competition()
                .draft();
        assertThat(saved.paperRules().levels())
                .isEqualTo(new LevelMix(Map.of(Level.INTERMEDIATE, 60, Level.JUNIOR, 40)));
    }

    @Test
    void pointsOfAnotherLevelStayDemandedWhenADraftIsOpenedAndItsSharesChange() {
        Point junior = outlines.current(contest.trade(), Level.JUNIOR)
                .orElseThrow()
                .points()
                .findFirst()
                .orElseThrow();
        Point own = outlines.current(contest.trade(), Level.INTERMEDIATE)
                .orElseThrow()
                .points()
                .findFirst()
                .orElseThrow();
        LevelMix shares = new LevelMix(Map.of(Level.INTERMEDIATE, 70, Level.JUNIOR, 30));
        Set<PointId> must = Set.of(junior.id(), own.id());
        PaperRules rules = new PaperRules(1, true, PaperRules.USUAL_TOLERANCE, null, shares, must, 0);
        CompetitionDraft plain = contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, worker);
        CompetitionId id = competitions.create(
                organizer,
                new CompetitionDraft(
                        plain.name(),
                        plain.trade(),
                        plain.level(),
                        plain.window(),
                        plain.sections(),
                        rules,
                        plain.admitted(),
                        plain.results(),
                        plain.liveBoard(),
                        plain.aids()),
                contest.now());
        signIn(organizer.person());
        UI.getCurrent().navigate(CompetitionNavigation.edit(id));
        test(percent("level-intermediate")).setValue(60);
        test(percent("level-junior")).setValue(40);
        test(find(Button.class).withText("保存草稿").single()).click();

        PaperRules saved = competitions.get(organizer, id).draft().paperRules();
        assertThat(saved.levels()).isEqualTo(new LevelMix(Map.of(Level.INTERMEDIATE, 60, Level.JUNIOR, 40)));
        assertThat(saved.must()).isEqualTo(must);
    }

    @Test
    void aDraftWhoseSealedSetTheReaderMayNotDrawFromCanBeOpenedAndDeleted() {
        Actor setter = city.actor(unit, Role.TRAINER);
        SealedSetId set = sets.create(
                setter,
                "收回的密题卷" + city.number(),
                List.of(city.actor(unit, Role.TRAINER).person()));
        sealed.permit(setter, set, organizer.person());
        CompetitionDraft plain = contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, worker);
        CompetitionDraft fromSet = new CompetitionDraft(
                plain.name(),
                plain.trade(),
                plain.level(),
                plain.window(),
                List.of(new Blueprint.Section(ItemType.TRUE_FALSE, 3, BigDecimal.ONE, null, set, 1)),
                plain.paperRules(),
                plain.admitted(),
                plain.results(),
                plain.liveBoard(),
                plain.aids());
        CompetitionId id = competitions.create(organizer, fromSet, contest.now());
        sealed.forbid(setter, set, organizer.person());
        signIn(organizer.person());

        UI.getCurrent().navigate(CompetitionNavigation.edit(id));

        assertThat(getCurrentView()).isInstanceOf(CompetitionEditView.class);
        assertThat(find(Button.class).withText("删除草稿").single().isVisible()).isTrue();
    }

    private IntegerField percent(String name) {
        return find(IntegerField.class).withAttribute("data-test", name).single();
    }

    @Test
    void formTakesWhatIsLeftOutAndSaysWhichCodesItDoesNotKnow() {
        Competition earlier = contest.open(organizer, contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, worker));
        signIn(organizer.person());
        navigate(CompetitionEditView.class);
        test(find(TextField.class).withLabel("竞赛名称").single()).setValue("不与去年重题");
        chooseTrade();
        test(count("true-false")).setValue(1);
        TextArea codes = find(TextArea.class)
                .withAttribute("data-test", "leave-out-codes")
                .single();
        test(codes).setValue("没有的题、没有的题2");
        assertThat(codes.isInvalid()).isTrue();
        assertThat(codes.getErrorMessage()).contains("没有的题, 没有的题2");
        test(codes).setValue("");
        assertThat(codes.isInvalid()).isFalse();
        contests().setValue(earlier.id());
        assertThat(contests().getItemLabelGenerator().apply(earlier.id()))
                .startsWith(earlier.draft().name());
        test(find(Button.class).withText("保存草稿").single()).click();
        Competition saved = competitions.find(organizer, null, PageOf.number(0, 10)).rows().stream()
                .map(CompetitionCard::competition)
                .filter(one -> one.state() == CompetitionState.DRAFT)
                .findFirst()
                .orElseThrow();
        assertThat(saved.draft().leftOut().contests()).containsExactly(earlier.id());
        navigate(CompetitionNavigation.edit(saved.id()), CompetitionEditView.class);
        assertThat(contests().getValue()).containsExactly(earlier.id());
        competitions.withdraw(organizer, earlier.id(), contest.now());
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<CompetitionId> contests() {
        return (MultiSelectComboBox<CompetitionId>) find(MultiSelectComboBox.class)
                .withAttribute("data-test", "leave-out-contests")
                .single();
    }

    @Test
    void onlyAPermittedOrganizerChoosesASealedSetAndSeesItsNumbersAlone() {
        Actor setter = city.actor(unit, Role.TRAINER);
        Actor other = city.actor(unit, Role.TRAINER);
        String title = "护理密题卷" + city.number();
        String stem = "谁也看不到的题" + city.number();
        SealedSetId set = sets.create(setter, title, List.of(other.person()));
        ItemId item = sets.draft(
                setter,
                set,
                new ItemDraft(
                        null,
                        contest.trade(),
                        Set.of(Level.INTERMEDIATE),
                        Set.of(),
                        new ItemContent(stem, new Interaction.TrueFalse(true), "", 2),
                        Secrecy.SEALED,
                        Origin.NONE));
        solving.rightly(other, item);
        review.publish(other, item);
        signIn(organizer.person());
        navigate(CompetitionEditView.class);
        chooseTrade();
        assertThat(find(SourceSelect.class).all()).isEmpty();

        sealed.permit(setter, set, organizer.person());
        navigate(MyContestsView.class);
        navigate(CompetitionEditView.class);
        test(find(TextField.class).withLabel("竞赛名称").single()).setValue("密题决赛");
        chooseTrade();
        test(find(SourceSelect.class).withLabel("从哪里出题").single()).selectItem("密题卷：" + title);
        test(count("true-false")).setValue(1);
        assertThat(tags()).contains("够，密题卷里有 1 题");
        assertThat(getCurrentView().getElement().getTextRecursively()).doesNotContain(stem);
        test(find(Button.class).withText("开放竞赛").single()).click();
        Competition opened = competitions
                .find(organizer, null, PageOf.number(0, 10))
                .rows()
                .getFirst()
                .competition();
        assertThat(opened.draft().blueprint().sealedSets()).containsExactly(set);
        String desk = getCurrentView().getElement().getTextRecursively();
        assertThat(desk).contains("密题卷").doesNotContain(title).doesNotContain(stem);
        competitions.withdraw(organizer, opened.id(), contest.now());
    }

    @Test
    void deskShowsWhoIsAtWork() {
        Competition running = contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, worker));
        admission.start(worker, Contest.exam(running), "", contest.now());
        signIn(organizer.person());
        navigate(CompetitionNavigation.address(running.id()), CompetitionView.class);
        @SuppressWarnings("unchecked")
        Grid<ResultRow> grid = (Grid<ResultRow>) find(Grid.class).single();
        assertThat(grid.getListDataView().getItems().map(ResultRow::state)).containsExactly(ResultRow.State.SITTING);
        assertThat(find(Button.class).withText("公布成绩").single().isEnabled()).isFalse();
    }

    @Test
    void organizerLooksIntoAContestantAndDeclaresTheAttemptVoid() {
        Competition running = contest.open(organizer, contest.draft(contest.running(), ReleaseRule.MANUAL, worker));
        admission.start(worker, Contest.exam(running), "", contest.now());
        signIn(organizer.person());
        navigate(CompetitionNavigation.address(running.id()), CompetitionView.class);
        TimeActs times = new TimeActs(running.id(), time, organizer, clock);
        new ContestantDialog(
                        new ContestantActs(running.id(), contestants, times, cards, organizer, clock),
                        worker,
                        words,
                        () -> {})
                .open();
        assertThat(find(Paragraph.class).all()).extracting(Paragraph::getText).contains("没有。每一次作答都计入了。");
        test(find(Button.class).withText("作废这份答卷").single()).click();
        test(find(TextArea.class).withLabel("原因").single()).setValue("带手机进场");
        test(find(Button.class).withText("作废这份答卷").last()).click();
        assertThat(contestants.get(organizer, running.id(), worker).row().voidReason())
                .isEqualTo("带手机进场");
        assertThat(find(Button.class).withText("撤销作废").exists()).isTrue();
        contestants.restore(organizer, running.id(), worker, contest.now());
    }

    @Test
    void strangersDeskIsNotFound() {
        Competition theirs = contest.open(organizer, contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, worker));
        signIn(city.actor(city.enterprise(), Role.ORGANIZER).person());
        assertThatThrownBy(() -> navigate(CompetitionNavigation.address(theirs.id()), CompetitionView.class))
                .isNotNull();
        competitions.withdraw(organizer, theirs.id(), contest.now());
    }

    @Test
    void workersDoNotGetTheDesk() {
        signIn(worker);
        assertThatThrownBy(() -> navigate(CompetitionsView.class)).isNotNull();
    }

    @Test
    void workerSeesTheOwnContestsWithOneAct() {
        Competition tomorrow = contest.open(organizer, contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, worker));
        signIn(worker);
        navigate(MyContestsView.class);
        assertThat(find(H3.class).single().getText()).isEqualTo("养老护理技能竞赛");
        assertThat(find(Button.class).withText("去候考").exists()).isTrue();
        competitions.withdraw(organizer, tomorrow.id(), contest.now());
    }

    @SuppressWarnings("unchecked")
    private void chooseTrade() {
        ComboBox<Trade> trade =
                (ComboBox<Trade>) find(ComboBox.class).withLabel("工种").single();
        trade.setValue(trades.find(Contest.TRADE).orElseThrow());
        ComboBox<Level> level =
                (ComboBox<Level>) find(ComboBox.class).withLabel("等级").single();
        level.setValue(Level.INTERMEDIATE);
    }

    private IntegerField count(String type) {
        return find(IntegerField.class)
                .withAttribute("data-test", "count-" + type)
                .single();
    }

    private List<String> tags() {
        return find(Tag.class).all().stream().map(Tag::getText).toList();
    }

    private void signIn(PersonId person) {
        var signedIn = signIns.signIn(city.enable(person), TestCity.PASSWORD, new Doorway("127.0.0.1", null));
        SecurityContextHolder.getContext().setAuthentication(new PersonAuthentication(signedIn));
    }

    @Test
    void theDeskIsNarrowedToATradeInTheAddress() {
        CompetitionDraft draft = contest.draft(contest.tomorrow(), ReleaseRule.MANUAL, worker);
        competitions.create(organizer, draft, contest.now());
        competitions.create(organizer, of("welder", "焊接赛", draft), contest.now());
        signIn(organizer.person());
        UI.getCurrent().navigate("competitions", QueryParameters.of("trade", "welder"));
        assertThat(find(Span.class).withText("焊接赛").exists()).isTrue();
        assertThat(find(Span.class).withText(draft.name()).exists()).isFalse();
        assertThat(competitions
                        .find(organizer, trades.find("welder").orElseThrow().id(), PageOf.number(0, 10))
                        .total())
                .isOne();
        test(find(TradeFilter.class).single())
                .selectItem(trades.find(Contest.TRADE).orElseThrow().name());
        assertThat(find(Span.class).withText("焊接赛").exists()).isFalse();
        assertThat(find(Span.class).withText(draft.name()).exists()).isTrue();
    }

    private CompetitionDraft of(String trade, String name, CompetitionDraft like) {
        return new CompetitionDraft(
                name,
                trades.find(trade).orElseThrow().id(),
                like.level(),
                like.window(),
                like.sections(),
                like.paperRules(),
                like.leftOut(),
                like.admitted(),
                like.results(),
                like.liveBoard(),
                like.aids(),
                like.access());
    }
}
