package org.lianbing.bank.alike;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Option;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Review;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

/** Items for tests of what is alike, each around a word that no other test uses. */
@Component
class AlikeItems {

    private final TestCity city;
    private final Items items;
    private final Review review;
    private final SealedSets sets;
    private final Trades trades;
    private final Outlines outlines;

    AlikeItems(TestCity city, Items items, Review review, SealedSets sets, Trades trades, Outlines outlines) {
        this.city = city;
        this.items = items;
        this.review = review;
        this.sets = sets;
        this.trades = trades;
        this.outlines = outlines;
    }

    /** Somebody who writes and somebody who publishes, in all trades. */
    record Desk(Actor trainer, Actor reviewer) {}

    Desk desk() {
        UnitId unit = city.enterprise();
        return new Desk(city.actor(unit, Role.TRAINER), city.actor(unit, Role.TRAINER, Role.REVIEWER));
    }

    TradeId trade() {
        return trades.find("electrician").orElseThrow().id();
    }

    PointId point(String code) {
        return outlines.named("electrician-intermediate:" + code).orElseThrow().id();
    }

    /** A word of its own. */
    String word() {
        return "甲乙丙丁戊己庚辛壬癸".charAt(city.number() % 10) + "型" + city.number() + "号";
    }

    static ItemContent choice(String stem, String... options) {
        List<Option> all = IntStream.range(0, options.length)
                .mapToObj(i -> new Option(options[i], i == 0, null))
                .toList();
        return new ItemContent(stem, new Interaction.SingleChoice(all), "", 2);
    }

    /** A content that only another of the same word resembles, whatever its voltage. */
    static ItemContent motor(String word, String voltage) {
        Random random = new Random(word.hashCode());
        return choice(
                word + characters(random, 12) + "电动机额定电压为" + voltage + characters(random, 8),
                characters(random, 5),
                characters(random, 6),
                characters(random, 5),
                characters(random, 6));
    }

    private static String characters(Random random, int count) {
        return random.ints(count, 0x4e00, 0x8000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    ItemDraft draft(ItemContent content, Secrecy secrecy, Set<PointId> points, Level... levels) {
        return new ItemDraft(
                null,
                trade(),
                levels.length == 0 ? Set.of(Level.INTERMEDIATE) : Set.of(levels),
                points,
                content,
                secrecy,
                Origin.NONE);
    }

    ItemId draft(Desk desk, ItemContent content) {
        return items.draft(desk.trainer(), draft(content, Secrecy.OPEN, Set.of()));
    }

    /** A sealed item that the trainer and the reviewer have set. */
    ItemId sealed(Desk desk, ItemContent content) {
        SealedSetId set = sets.create(
                desk.trainer(), "决赛 " + city.number(), List.of(desk.reviewer().person()));
        return sets.draft(desk.trainer(), set, draft(content, Secrecy.OPEN, Set.of()));
    }

    ItemId published(Desk desk, ItemContent content) {
        return published(desk, draft(content, Secrecy.OPEN, Set.of()));
    }

    ItemId published(Desk desk, ItemDraft draft) {
        ItemId item = items.draft(desk.trainer(), draft);
        review.publish(desk.reviewer(), item);
        return item;
    }
}
