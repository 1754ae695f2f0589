package org.lianbing.bank.ui;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.Option;
import org.lianbing.bank.Pair;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Region;
import org.lianbing.bank.Review;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.Book;
import org.lianbing.bank.exchange.ImportCommit;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.media.Media;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestDrafts;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;

class BankViewsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    ImportService imports;

    @Autowired
    ImportCommit commit;

    @Autowired
    Items items;

    @Autowired
    SealedSets sets;

    @Autowired
    People people;

    @Autowired
    Media media;

    @Autowired
    Review review;

    /** The smallest picture there is. */
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Actor trainer;
    private Actor reviewer;
    private TradeId trade;
    private String mark;

    @BeforeEach
    void people() {
        UnitId unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        reviewer = city.actor(unit, Role.TRAINER, Role.REVIEWER);
        trade = trades.find("fitter").orElseThrow().id();
        mark = "页" + city.number() + "：";
        city.actAs(trainer.person());
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void aWrongRowIsMendedAndAllAreSubmitted() {
        ImportFile file = preview(new Book().item(mark + "甲？").item(mark + "乙？", "E"));
        navigate("imports/" + file.id(), ImportView.class);
        assertThat(find(H2.class).withText("第 2 题").exists()).isTrue();
        assertThat(find(Span.class).withTextContaining("但只有 A–D 这几个选项").exists())
                .isTrue();

        test(find(TextField.class).withLabel("答案").single()).setValue("C");
        test(find(Button.class).withText("下一个问题").single()).click();
        assertThat(imports.get(trainer, file.id()).count(RowState.READY)).isEqualTo(2);

        test(find(Button.class).withText("提交 2 题送审").single()).click();
        assertThat(imports.get(trainer, file.id()).counts()).isEqualTo(Map.of(RowState.COMMITTED, 2));
    }

    @Test
    void theListLeadsToWritingAnItem() {
        navigate(ItemsView.class);
        assertThat(find(Anchor.class).withText("写一道题").single().getHref()).isEqualTo("items/new");
    }

    @Test
    void chipsCountTheRows() {
        ImportFile file = preview(new Book().item(mark + "甲？").item(mark + "甲？").item(mark + "乙？", ""));
        navigate("imports/" + file.id(), ImportView.class);
        assertThat(find(NativeButton.class).withClassName("chip").all())
                .extracting(NativeButton::getText)
                .containsExactly("全部 3", "可用 1", "有问题 1", "疑似重复 1");
    }

    @Test
    void aRowThatNearlySaysAnItemUpdatesItWithAReason() {
        String stem = mark + "钻头在加工灰铸铁一类脆性材料的时候顶角一般应当磨成";
        ItemId item = commit.commit(
                        trainer,
                        imports.preview(
                                        trainer,
                                        new ImportSettings(trade, Set.of(), Secrecy.OPEN),
                                        "旧题库.xlsx",
                                        new Book().item(stem + "118度").file())
                                .id(),
                        false)
                .items()
                .getFirst();
        ImportFile file = preview(new Book().item(stem + "120度"));
        navigate("imports/" + file.id(), ImportView.class);
        test(find(Button.class).withText("更新那一题").single()).click();
        UpdateDialog dialog = find(UpdateDialog.class).single();
        test(find(Button.class, dialog).withText("更新那一题").single()).click();
        assertThat(imports.row(trainer, file.id(), 1).standing().updates()).isNull();
        test(find(TextField.class).withLabel("改了什么，为什么").single()).setValue("按新标准");
        test(find(Button.class, dialog).withText("更新那一题").single()).click();
        assertThat(imports.row(trainer, file.id(), 1).standing().updates()).isEqualTo(item);
        assertThat(find(Span.class).withTextContaining("新版本：按新标准").exists()).isTrue();
        test(find(Button.class).withText("不更新，另成一题").single()).click();
        assertThat(imports.row(trainer, file.id(), 1).standing().updates()).isNull();
    }

    @Test
    void aReviewerPublishesWhatSomebodyElseWrote() {
        ItemId item = submitted(trainer);
        city.actAs(reviewer.person());
        ReviewView view = navigate("review/" + item, ReviewView.class);
        assertThat(find(Button.class).withText("发布").exists()).isFalse();
        view.key("b");
        view.key("Enter");
        assertThat(find(Paragraph.class).withTextContaining("和答案一致").exists()).isTrue();
        test(find(Button.class).withText("发布").single()).click();
        assertThat(items.get(reviewer, item).state()).isEqualTo(ItemState.PUBLISHED);
    }

    @Test
    void pairsAreChosenAndComparedAndAWrittenAnswerIsComparedByTheReviewer() {
        ItemId item = submitted(new Interaction.Case(List.of(
                new CasePart(
                        "连起来。",
                        new Interaction.Matching(List.of(new Pair("KM", "接触器"), new Pair("FU", "熔断器")), List.of()),
                        BigDecimal.ONE,
                        "",
                        null),
                new CasePart(
                        "简述验电。",
                        new Interaction.ShortAnswer(
                                new Rubric(List.of(new Rubric.Point("逐相验电", BigDecimal.ONE)), "", "")),
                        BigDecimal.ONE,
                        "",
                        null))));
        city.actAs(reviewer.person());
        ReviewView view = navigate("review/" + item, ReviewView.class);
        assertThat(getCurrentView().getElement().getTextRecursively()).doesNotContain("逐相验电");
        pair("KM", "接触器");
        view.key("Enter");
        assertThat(find(Button.class).withText("发布").exists()).isFalse();
        pair("FU", "熔断器");
        test(find(TextArea.class).withLabel("您的答案").single()).setValue("先试验再逐相验");
        view.key("Enter");
        assertThat(find(Paragraph.class)
                        .withTextContaining("第 1 问 KM → 接触器")
                        .single()
                        .getText())
                .contains("和答案一致");
        test(find(Button.class).withText("和答案不一致").single()).click();
        assertThat(find(Paragraph.class)
                        .withTextContaining("第 2 问 先试验再逐相验")
                        .single()
                        .getText())
                .contains("和答案不一致");
        view.key("p");
        assertThat(items.get(reviewer, item).state()).isEqualTo(ItemState.IN_REVIEW);
    }

    @Test
    void spotsAreTypedOrClickedAndCompared() {
        ItemId item = submitted(new Interaction.Hotspot(
                "![图](media:" + media.store(PIXEL, "image/png").hash() + ")",
                400,
                300,
                List.of(
                        new Region(new Region.Circle(100, 80, 20), "热继电器", true),
                        new Region(new Region.Circle(300, 200, 20), "熔断器", false))));
        city.actAs(reviewer.person());
        ReviewView view = navigate("review/" + item, ReviewView.class);
        view.key("Enter");
        assertThat(find(Button.class).withText("发布").exists()).isFalse();
        TextField spots =
                find(TextField.class).withLabel("您指的 1 处（像素 x,y，图宽 400、高 300）").single();
        test(spots).setValue("105,85");
        assertThat(find(Span.class).withClassName("blind-mark").all()).hasSize(1);
        view.key("Enter");
        assertThat(find(Paragraph.class)
                        .withTextContaining("您答的是 (105,85)，和答案一致")
                        .exists())
                .isTrue();
    }

    private void pair(String left, String right) {
        Select<?> select = find(Select.class)
                .withCondition(one -> one.getAriaLabel().filter(left::equals).isPresent())
                .single();
        test(select).selectItem(right);
    }

    private ItemId submitted(Interaction interaction) {
        ItemId item = items.draft(trainer, TestDrafts.item(trade, mark + "怎么答", interaction, Secrecy.OPEN));
        review.submit(trainer, List.of(item));
        return item;
    }

    @Test
    void aDisagreementIsShownAndPublishingThenNeedsAWord() {
        ItemId item = submitted(trainer);
        city.actAs(reviewer.person());
        ReviewView view = navigate("review/" + item, ReviewView.class);
        view.key("Enter");
        assertThat(find(Paragraph.class).withTextContaining("和答案不一致").exists()).isFalse();
        view.key("1");
        view.key("Enter");
        assertThat(find(Paragraph.class).withTextContaining("您答的是 A").exists()).isTrue();
        view.key("p");
        assertThat(items.get(reviewer, item).state()).isEqualTo(ItemState.IN_REVIEW);
        test(find(TextArea.class).withLabel("写一句（退回的原因，或者为什么仍按这个答案发布）").single())
                .setValue("我算错了");
        view.key("p");
        assertThat(items.get(reviewer, item).state()).isEqualTo(ItemState.PUBLISHED);
    }

    @Test
    void whatWasChangedBehindTheDeskIsNotPublishedUnread() {
        ItemId item = submitted(trainer);
        city.actAs(reviewer.person());
        ReviewView view = navigate("review/" + item, ReviewView.class);
        test(find(Button.class).withText("不答，直接看答案").single()).click();
        items.revise(trainer, item, changed(items.proposal(trainer, item).orElseThrow()), "还在写");
        view.key("p");
        assertThat(items.get(reviewer, item).published()).isNull();
        assertThat(items.get(reviewer, item).proposalState()).isEqualTo(ItemState.DRAFT);
    }

    @Test
    void itemsAreDealtOnThePageOfPackets() {
        submitted(trainer);
        PacketsView view = navigate("packets", PacketsView.class);
        assertThat(view.getPageTitle()).isEqualTo("审题分配");
        test(find(Button.class).withTextContaining("平均分给审题人").single()).click();
        assertThat(find(Button.class).withText("分配").exists()).isTrue();
    }

    @Test
    void whoWroteAnItemCannotPublishItAndIsToldWhy() {
        city.actAs(reviewer.person());
        ItemId item = submitted(reviewer);
        navigate("review/" + item, ReviewView.class);
        assertThat(find(Button.class).withText("发布").single().isEnabled()).isFalse();
        assertThat(find(Paragraph.class).withTextContaining("要由另一位审题人发布").exists())
                .isTrue();
    }

    @Test
    void sendingBackNeedsAWord() {
        ItemId item = submitted(trainer);
        city.actAs(reviewer.person());
        navigate("review/" + item, ReviewView.class);
        test(find(Button.class).withText("不答，直接看答案").single()).click();
        test(find(Button.class).withText("退回").single()).click();
        assertThat(items.get(reviewer, item).proposalState()).isEqualTo(ItemState.IN_REVIEW);
        test(find(TextArea.class).withLabel("退回的原因").single()).setValue("选项单位不一致");
        test(find(Button.class).withText("退回").single()).click();
        assertThat(items.get(reviewer, item).proposalState()).isEqualTo(ItemState.DRAFT);
        assertThat(items.lastComment(reviewer, item)).contains("选项单位不一致");
    }

    @Test
    void anEditedItemIsANewVersionWithAReason() {
        ItemId item = submitted(trainer);
        navigate("items/" + item + "/edit", ItemEditView.class);
        test(find(TextField.class).withLabel("选项 A").single()).setValue("五毫米");
        test(find(Button.class).withText("存为新版本").single()).click();
        assertThat(items.history(trainer, item)).hasSize(1);
        test(find(TextField.class).withLabel("改了什么，为什么").single()).setValue("换了干扰项");
        test(find(Button.class).withText("存为新版本").single()).click();
        assertThat(items.history(trainer, item)).hasSize(2);
        assertThat(items.history(trainer, item).getFirst().reason()).isEqualTo("换了干扰项");
    }

    @Test
    void theEditorSaysHowRightPartsCountHowManyFiguresItTakesAndByWhatRightItIsUsed() {
        ItemId picks = submitted(new Interaction.MultipleChoice(
                List.of(new Option("绝缘手套", true, null), new Option("验电器", true, null), new Option("扳手", false, null))));
        navigate("items/" + picks + "/edit", ItemEditView.class);
        find(CreditSelect.class).single().setValue(PartialCredit.NET_RIGHT);
        test(find(TextField.class).withLabel("许可或授权").single()).setValue("市总工会授权");
        save();
        ItemVersion saved = Objects.requireNonNull(items.get(trainer, picks).proposed());
        assertThat(saved.content().credit()).isEqualTo(PartialCredit.NET_RIGHT);
        assertThat(saved.origin().permission()).isEqualTo("市总工会授权");

        ItemId number = submitted(new Interaction.Numeric(new BigDecimal("3.14"), BigDecimal.ZERO, "m", null));
        navigate("items/" + number + "/edit", ItemEditView.class);
        assertThat(find(CreditSelect.class).exists()).isFalse();
        test(find(IntegerField.class).withLabel("有效数字").single()).setValue(3);
        save();
        assertThat(Objects.requireNonNull(items.get(trainer, number).proposed())
                        .content()
                        .interaction())
                .isEqualTo(new Interaction.Numeric(new BigDecimal("3.14"), BigDecimal.ZERO, "m", 3));
    }

    private void save() {
        test(find(TextField.class).withLabel("改了什么，为什么").single()).setValue("补全");
        test(find(Button.class).withText("存为新版本").single()).click();
    }

    @Test
    void aLinkOpensTheItem() {
        ItemId item = submitted(trainer);
        navigate("items/" + item, ItemsView.class);
        assertThat(find(H2.class).withText(items.get(trainer, item).code()).exists())
                .isTrue();
    }

    @Test
    void anyTwoVersionsAreShownBesideEachOther() {
        ItemId item = submitted(trainer);
        items.revise(trainer, item, changed(items.proposal(trainer, item).orElseThrow()), "换一个字");
        navigate("items/" + item + "/history", HistoryView.class);
        assertThat(find(Span.class).withText("第 2 版").exists()).isTrue();
        assertThat(find(Div.class).withClassName("diff").single().getElement().getTextRecursively())
                .contains("改");
        assertThat(find(Button.class).withText("恢复这一版").exists()).isTrue();
    }

    private static ItemDraft changed(ItemDraft before) {
        ItemContent content = before.content();
        return new ItemDraft(
                before.code(),
                before.trade(),
                before.levels(),
                before.points(),
                new ItemContent(content.stem() + "改", content.interaction(), content.explanation(), 2),
                before.secrecy(),
                before.origin());
    }

    @Test
    void aSealedItemStandsUnderTheNameOfWhoLooks() {
        city.actAs(trainer.person());
        SealedSetId set = sets.create(trainer, mark + "决赛", List.of(reviewer.person()));
        ItemId item = items.draft(trainer, TestDrafts.statement(trade, mark + "密题", Secrecy.RESERVED));
        sets.seal(trainer, set, List.of(item));
        review.submit(trainer, List.of(item));
        navigate("sealed", SealedSetsView.class);
        assertThat(find(Anchor.class).withText(mark + "决赛").exists()).isTrue();

        city.actAs(reviewer.person());
        SealedSetView view = navigate("sealed/" + set + "/" + item, SealedSetView.class);
        assertThat(find(Div.class)
                        .withCondition(div -> reviewer.name()
                                .equals(String.valueOf(div.getElement().getAttribute("data-watermark"))
                                        .split(" ")[0]))
                        .exists())
                .isTrue();
        view.key("t");
        view.key("Enter");
        view.key("p");
        assertThat(items.get(trainer, item).state()).isEqualTo(ItemState.PUBLISHED);
        assertThat(items.get(trainer, item).secrecy()).isEqualTo(Secrecy.SEALED);
    }

    @Test
    void settersPermitAnOrganizerAndSayWhatBecomesOfTheSet() {
        Actor organizer = city.actor(city.enterprise(), Role.ORGANIZER);
        SealedSetId set = sets.create(trainer, mark + "市赛", List.of(reviewer.person()));
        navigate("sealed/" + set, SealedSetView.class);
        ComboBox<PersonName> more = peopleBox("允许一位");
        more.setValue(people.names(List.of(organizer.person())).get(organizer.person()));
        assertThat(sets.get(trainer, set).organizers()).containsExactly(organizer.person());
        RadioButtonGroup<Secrecy> after = radios("公布成绩和答案之后");
        after.setValue(Secrecy.OPEN);
        assertThat(sets.get(trainer, set).afterContest()).isEqualTo(Secrecy.OPEN);
        test(find(Button.class).withText("不再允许").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(sets.get(trainer, set).organizers()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<PersonName> peopleBox(String label) {
        return (ComboBox<PersonName>) find(ComboBox.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Secrecy> radios(String label) {
        return (RadioButtonGroup<Secrecy>)
                find(RadioButtonGroup.class).withLabel(label).single();
    }

    @Test
    void theAddressSearchesAndNarrowsAndChipsCount() {
        submitted(trainer);
        UI.getCurrent()
                .navigate(
                        "items",
                        new QueryParameters(Map.of("q", List.of(mark + "丙"), "type", List.of("single-choice"))));
        assertThat(chips()).contains("全部 1", "待审 1", "题型：单选");
        NativeButton inReview =
                find(NativeButton.class).withClassName("chip").withText("待审 1").single();
        test(inReview).click();
        assertThat(chips()).contains("全部", "待审 1");
        test(find(Button.class).withText("清除条件").single()).click();
        assertThat(chips()).contains("全部 1", "题型");
        assertThat(find(Paragraph.class).withTextContaining("搜索引擎暂时没有应答").exists())
                .isFalse();
    }

    private List<String> chips() {
        return find(NativeButton.class).withClassName("chip").all().stream()
                .map(NativeButton::getText)
                .toList();
    }

    private ItemId submitted(Actor author) {
        ImportFile file = imports.preview(
                author, settings(), "题库.xlsx", new Book().item(mark + "丙？").file());
        List<ItemId> made = commit.commit(author, file.id(), true).items();
        return made.getFirst();
    }

    private ImportFile preview(Book book) {
        return imports.preview(trainer, settings(), "题库.xlsx", book.file());
    }

    private ImportSettings settings() {
        return new ImportSettings(trade, Set.of(), Secrecy.OPEN);
    }
}
