package org.lianbing.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.Items;
import org.lianbing.bank.Option;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Review;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.content.EveryType;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.media.Media;
import org.lianbing.media.MediaId;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

/**
 * Forms for integration tests: one new item of each type, 判断, 单选, 多选, 步骤排序, 数值, in this order, worth 1, 1, 2,
 * 2 and 2; the number is 2431.75 ± 0.5. The items are reserved, so that nobody else's drill draws them.
 */
@Component
public class TestPapers {

    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    /** The smallest picture there is. */
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final TestCity city;
    private final Media media;
    private final Items items;
    private final Review review;
    private final TestSolving solving;
    private final Forms forms;
    private final Trades trades;
    private final Outlines outlines;

    TestPapers(
            TestCity city,
            Media media,
            Items items,
            Review review,
            TestSolving solving,
            Forms forms,
            Trades trades,
            Outlines outlines) {
        this.city = city;
        this.media = media;
        this.items = items;
        this.review = review;
        this.solving = solving;
        this.forms = forms;
        this.trades = trades;
        this.outlines = outlines;
    }

    /** The trade of all items here. */
    public TradeId trade() {
        return trades.find("electrician").orElseThrow().id();
    }

    /** A form frozen for practice. */
    public FormId practice() {
        return forms.freezeForPractice("练习 " + city.number(), slots(), NOW);
    }

    /** A form frozen for an exam and not released. */
    public FormId exam() {
        return forms.freezeForExam("考试 " + city.number(), slots(), NOW);
    }

    /** A form for practice with a new published item of every type, each worth 1, in the order of the types. */
    public FormId everyType() {
        UnitId unit = city.enterprise();
        Actor author = city.actor(unit, Role.TRAINER);
        Actor reviewer = city.actor(unit, Role.REVIEWER, Role.TRAINER);
        String picture = "media:" + media.store(PIXEL, "image/png").hash();
        List<DraftSlot> slots = EveryType.contents()
                .map(content -> content.mapped(text -> text.replace("media:" + "0".repeat(64), picture)))
                .map(content -> slot(author, reviewer, "1", content))
                .toList();
        return forms.freezeForPractice("每种题型 " + city.number(), slots, NOW);
    }

    /** A form for practice with one new published item that says this, worth 1. */
    public FormId practice(ItemContent content) {
        UnitId unit = city.enterprise();
        Actor author = city.actor(unit, Role.TRAINER);
        Actor reviewer = city.actor(unit, Role.REVIEWER, Role.TRAINER);
        return forms.freezeForPractice("一道题 " + city.number(), List.of(slot(author, reviewer, "1", content)), NOW);
    }

    /** A form of one 单选 whose stem and whose explanation each have a film or sound. */
    public FormId withClips(boolean exam, MediaId shown, MediaId explained) {
        UnitId unit = city.enterprise();
        Actor author = city.actor(unit, Role.TRAINER);
        Actor reviewer = city.actor(unit, Role.REVIEWER, Role.TRAINER);
        ItemContent content = new ItemContent(
                "看视频 " + city.number() + "：![装配](media:" + shown.hash() + ")",
                new Interaction.TrueFalse(true),
                "听讲解：![讲解](media:" + explained.hash() + ")",
                3);
        List<DraftSlot> slots = List.of(slot(author, reviewer, "1", content));
        String title = "音视频 " + city.number();
        return exam ? forms.freezeForExam(title, slots, NOW) : forms.freezeForPractice(title, slots, NOW);
    }

    /** New published items of these contents as slots, each worth 10. */
    public List<DraftSlot> slots(List<ItemContent> contents) {
        UnitId unit = city.enterprise();
        Actor author = city.actor(unit, Role.TRAINER);
        Actor reviewer = city.actor(unit, Role.REVIEWER, Role.TRAINER);
        return contents.stream()
                .map(content -> slot(author, reviewer, "10", content))
                .toList();
    }

    /** Five new published items as slots. */
    public List<DraftSlot> slots() {
        UnitId unit = city.enterprise();
        Actor author = city.actor(unit, Role.TRAINER);
        Actor reviewer = city.actor(unit, Role.REVIEWER, Role.TRAINER);
        return List.of(
                slot(author, reviewer, "1", new Interaction.TrueFalse(false)),
                slot(author, reviewer, "1", new Interaction.SingleChoice(options(true, false, false, false))),
                slot(author, reviewer, "2", new Interaction.MultipleChoice(options(true, true, false, false, true))),
                slot(author, reviewer, "2", new Interaction.Ordering(List.of("停电", "验电", "放电", "挂接地线"))),
                slot(
                        author,
                        reviewer,
                        "2",
                        new Interaction.Numeric(new BigDecimal("2431.75"), new BigDecimal("0.5"), "W")));
    }

    private static List<Option> options(boolean... right) {
        List<Option> options = new java.util.ArrayList<>();
        for (boolean correct : right) {
            String text = (correct ? "这是对的 " : "这是错的 ") + options.size();
            options.add(new Option(text, correct, correct ? "理由在于对" : "理由在于错"));
        }
        return options;
    }

    private DraftSlot slot(Actor author, Actor reviewer, String score, Interaction interaction) {
        return slot(
                author, reviewer, score, new ItemContent("第 " + city.number() + " 题的题干", interaction, "解析只在作答之后出现", 3));
    }

    private DraftSlot slot(Actor author, Actor reviewer, String score, ItemContent content) {
        ItemId item = items.draft(author, draft(content));
        ItemVersion published = published(author, reviewer, item);
        return new DraftSlot(published.id(), content.interaction().type(), new BigDecimal(score));
    }

    /** The item says this from now on. */
    public void revise(ItemId item, ItemContent content) {
        UnitId everywhere = city.administrator().unit();
        Actor author = city.actor(everywhere, Role.TRAINER);
        items.revise(author, item, draft(content), "改");
        published(author, city.actor(everywhere, Role.REVIEWER, Role.TRAINER), item);
    }

    private ItemVersion published(Actor author, Actor reviewer, ItemId item) {
        review.submit(author, List.of(item));
        solving.rightly(reviewer, item);
        review.publish(reviewer, item);
        return Objects.requireNonNull(items.get(reviewer, item).published());
    }

    private ItemDraft draft(ItemContent content) {
        return new ItemDraft(
                null,
                trade(),
                Set.of(Level.INTERMEDIATE),
                Set.of(point()),
                content,
                Secrecy.RESERVED,
                Origin.of("test"));
    }

    private PointId point() {
        return outlines.named("electrician-intermediate:A-A-A-001")
                .orElseThrow()
                .id();
    }
}
