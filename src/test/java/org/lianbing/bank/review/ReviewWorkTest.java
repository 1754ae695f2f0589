package org.lianbing.bank.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.account.PersonName;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.Book;
import org.lianbing.bank.exchange.ImportCommit;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.review.Deal.Dealt;
import org.lianbing.bank.review.Sample.Member;
import org.lianbing.bank.review.Waiting.Part;
import org.lianbing.bank.review.store.PublicationRows;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.testing.DeskTest;
import org.lianbing.testing.TestDrafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.testing.Refusals.refused;

class ReviewWorkTest extends DeskTest {

    private static final PageOf PAGE = new PageOf(0, 500);
    private static final Interaction WRITTEN =
            new Interaction.ShortAnswer(new Rubric(List.of(new Rubric.Point("逐相验电", BigDecimal.ONE)), "", ""));

    @Autowired
    Packets packets;

    @Autowired
    ReviewQueue queue;

    @Autowired
    BlindSolves solves;

    @Autowired
    Remarks remarks;

    @Autowired
    Sampling sampling;

    @Autowired
    PublicationRows publications;

    @Autowired
    ImportService imports;

    @Autowired
    ImportCommit commit;

    private Actor other;
    private LocalDate soon;

    @BeforeEach
    void people() {
        other = both;
        soon = packets.today().plusDays(7);
    }

    @Test
    void itemsAreDealtEvenlyAndComeFirstOnTheDeskOfTheirReviewer() {
        List<ItemId> all = submitted(trainer, 4);
        assertThat(packets.reviewers(trainer, trade))
                .extracting(PersonName::id)
                .contains(reviewer.person(), other.person());
        Dealt dealt = packets.deal(trainer, deal(all, reviewer, other));
        assertThat(dealt.left()).isEmpty();
        assertThat(dealt.packets()).extracting(Packet::items).containsExactly(2, 2);

        List<Waiting> desk = queue.find(reviewer, Part.ALL, trade, PAGE);
        assertThat(desk.subList(0, 2)).extracting(Waiting::reviewer).containsOnly(reviewer.person());
        assertThat(queue.find(reviewer, Part.MINE, trade, PAGE)).hasSize(2);
        assertThat(queue.find(reviewer, Part.FREE, trade, PAGE))
                .extracting(Waiting::item)
                .doesNotContainAnyElementsOf(all);

        review.publish(reviewer, desk.getFirst().item());
        review.sendBack(reviewer, desk.get(1).item(), "单位不对");
        Packet mine = packets.all(trainer).stream()
                .filter(packet -> packet.id().equals(desk.getFirst().packet()))
                .findFirst()
                .orElseThrow();
        assertThat(mine.done()).isEqualTo(2);
        assertThat(mine.finished()).isTrue();
        assertThat(mine.overdue(soon.plusDays(1))).isFalse();
    }

    @Test
    void aLatePacketIsSaidAndCanBeTakenBackOrGivenTime() {
        List<ItemId> all = submitted(trainer, 2);
        Packet packet = packets.deal(trainer, deal(all, reviewer)).packets().getFirst();
        assertThat(packet.overdue(soon)).isFalse();
        assertThat(packet.overdue(soon.plusDays(1))).isTrue();
        refused(
                "bank.packet.past",
                () -> packets.due(trainer, packet.id(), packets.today().minusDays(1)));
        packets.due(trainer, packet.id(), soon.plusDays(3));
        assertThat(packets.takeBack(trainer, packet.id())).containsExactlyInAnyOrderElementsOf(all);
        assertThat(queue.find(reviewer, Part.FREE, trade, PAGE))
                .extracting(Waiting::item)
                .containsAll(all);
    }

    @Test
    void whatIsDealtAgainMovesAndAnAuthorNeverGetsTheirOwn() {
        List<ItemId> all = submitted(other, 2);
        packets.deal(trainer, deal(all, reviewer));
        refused("bank.packet.nothing", () -> packets.deal(trainer, deal(all, other)));
        Actor third = city.actor(city.enterprise(), Role.REVIEWER);
        Dealt dealt = packets.deal(trainer, deal(all, third, other));
        assertThat(dealt.packets()).extracting(Packet::reviewer).containsExactly(third.person());
        assertThat(queue.find(reviewer, Part.MINE, trade, PAGE)).isEmpty();
    }

    @Test
    void onlyPeopleOfTheTradeDealAndOnlyToItsReviewers() {
        List<ItemId> all = submitted(trainer, 1);
        Actor worker = city.actor(city.enterprise(), Role.WORKER);
        refused("base.not-found", () -> packets.deal(worker, deal(all, reviewer)));
        refused("bank.packet.reviewers", () -> packets.deal(trainer, deal(all, worker)));
        ItemId draft = items.draft(trainer, draft("没有送审", Secrecy.OPEN));
        refused("bank.packet.nothing", () -> packets.deal(trainer, deal(List.of(draft), reviewer)));
    }

    @Test
    void anExamItemMustBeAnsweredBeforeItIsPublished() {
        ItemId item = items.draft(trainer, draft("备用", Secrecy.RESERVED));
        refused("bank.review.solve-first", () -> review.publish(reviewer, item));
        assertThat(solves.solve(reviewer, item, null, List.of("true")).agrees()).isTrue();
        refused("bank.review.solve-first", () -> review.publish(other, item));
        review.publish(reviewer, item);
        assertThat(items.get(trainer, item).state()).isEqualTo(ItemState.PUBLISHED);
    }

    @Test
    void whatNoMachineComparesIsSaidByTheReviewerBeforeItIsPublished() {
        ItemId item = items.draft(trainer, draft("简述验电", Secrecy.RESERVED, WRITTEN));
        refused("bank.review.not-solved", () -> solves.say(reviewer, item, null, 0, true));
        BlindSolve solve = solves.solve(reviewer, item, null, List.of("逐相验电"));
        assertThat(solve.agrees()).isNull();
        refused("bank.review.say-first", () -> review.publish(reviewer, item));
        refused("bank.review.verdict-given", () -> solves.say(reviewer, item, null, 1, true));
        refused("base.forbidden", () -> solves.say(trainer, item, null, 0, true));
        assertThat(solves.say(reviewer, item, null, 0, false).agrees()).isFalse();
        refused("bank.review.verdict-given", () -> solves.say(reviewer, item, null, 0, true));
        refused("bank.review.word-needed", () -> review.publish(reviewer, item));
        review.publish(reviewer, item, "我漏了一步，要点没错");
        assertThat(items.get(trainer, item).state()).isEqualTo(ItemState.PUBLISHED);

        ItemId other = items.draft(trainer, draft("再述验电", Secrecy.RESERVED, WRITTEN));
        solves.solve(reviewer, other, null, List.of("逐相验电"));
        assertThat(solves.say(reviewer, other, null, 0, true).agrees()).isTrue();
        assertThat(solves.paper(reviewer, other).solve()).matches(BlindSolve::settled);
        review.publish(reviewer, other);
    }

    @Test
    void anAnswerToAnEarlierWordingIsNotTakenForOneToThis() {
        ItemId item = submitted(trainer, 1).getFirst();
        ItemVersionId shown = solves.paper(reviewer, item).version();
        items.revise(trainer, item, draft("措辞改过", Secrecy.OPEN), "改");
        review.submit(trainer, List.of(item));
        refused("bank.review.changed", () -> solves.solve(reviewer, item, shown, List.of("true")));
        refused("bank.review.changed", () -> solves.say(reviewer, item, shown, 0, true));
        assertThat(solves.paper(reviewer, item).solve()).isNull();
        ItemVersionId now = solves.paper(reviewer, item).version();
        assertThat(solves.solve(reviewer, item, now, List.of("true")).version()).isEqualTo(now);
    }

    @Test
    void aDisagreementNeedsAWordAndTheFirstAnswerStays() {
        ItemId item = submitted(trainer, 1).getFirst();
        assertThat(solves.solve(reviewer, item, null, List.of("false")).agrees())
                .isFalse();
        assertThat(solves.solve(reviewer, item, null, List.of("true")).agrees()).isFalse();
        refused("bank.review.word-needed", () -> review.publish(reviewer, item));
        refused("bank.review.word-needed", () -> review.publish(other, item, " "));
        review.publish(reviewer, item, "我看错了，答案没错");
        assertThat(remarks.of(trainer, item)).singleElement().satisfies(said -> {
            assertThat(said.kind()).isEqualTo(Remark.Kind.DISAGREEMENT);
            assertThat(said.open()).isFalse();
        });
        refused("base.forbidden", () -> solves.paper(trainer, item));
    }

    @Test
    void theThreadTellsWhoSaidWhatOnWhichVersionAndWhatIsOpen() {
        ItemId item = submitted(trainer, 1).getFirst();
        Remark first = remarks.say(reviewer, item, "题干少一个单位");
        remarks.answer(trainer, first.id(), "已补上");
        items.revise(trainer, item, draft("补了单位", Secrecy.OPEN), "补单位");
        Remark second = remarks.say(reviewer, item, "可以了");
        assertThat(second.versionNumber()).isEqualTo(2);
        remarks.settle(trainer, first.id(), true);
        assertThat(remarks.of(reviewer, item)).extracting(Remark::open).containsExactly(false, false, true);
        remarks.settle(reviewer, first.id(), false);
        assertThat(remarks.of(reviewer, item).getFirst().open()).isTrue();
        Actor stranger = city.actor(city.enterprise(), Role.WORKER);
        refused("base.not-found", () -> remarks.of(stranger, item));
        refused("base.not-found", () -> remarks.settle(stranger, first.id(), true));
        refused("bank.review.remark", () -> remarks.say(trainer, item, " "));
    }

    @Test
    void aSampleWithoutObjectionSpeaksForTheRest() {
        ImportId file = imported(10);
        refused("bank.sample.all", () -> sampling.draw(reviewer, file, trade));
        sampling.setShare(reviewer, trade, 20);
        try {
            Sample sample = sampling.draw(reviewer, file, trade);
            assertThat(sample.drawn()).hasSize(2);
            assertThat(sample.rest()).hasSize(8);
            refused("bank.sample.open", () -> sampling.draw(other, file, trade));
            refused("bank.sample.waiting", () -> sampling.publishRest(reviewer, sample.id()));
            sample.drawn().forEach(member -> review.publish(reviewer, member.item()));
            refused("bank.four-eyes", () -> sampling.publishRest(both(), sample.id()));
            assertThat(sampling.publishRest(reviewer, sample.id())).isEqualTo(8);
            Member rest = sample.rest().getFirst();
            assertThat(Objects.requireNonNull(publications.of(rest.item()).get(rest.version()))
                            .sample())
                    .isEqualTo(sample.id());
            Member seen = sample.drawn().getFirst();
            assertThat(Objects.requireNonNull(publications.of(seen.item()).get(seen.version()))
                            .sample())
                    .isNull();
        } finally {
            sampling.setShare(reviewer, trade, 100);
        }
    }

    @Test
    void oneObjectionAndEachItemIsLookedAt() {
        ImportId file = imported(10);
        sampling.setShare(reviewer, trade, 20);
        try {
            Sample sample = sampling.draw(reviewer, file, trade);
            review.publish(reviewer, sample.drawn().getFirst().item());
            review.sendBack(reviewer, sample.drawn().get(1).item(), "答案错了");
            refused("bank.sample.objected", () -> sampling.publishRest(reviewer, sample.id()));
            refused("bank.sample.objected", () -> sampling.draw(reviewer, file, trade));
        } finally {
            sampling.setShare(reviewer, trade, 100);
        }
    }

    /** The importer, if they were a reviewer too. */
    private Actor both() {
        return new Actor(trainer.person(), trainer.name(), trainer.unit(), other.grants());
    }

    private ImportId imported(int count) {
        Book book = new Book();
        for (int i = 0; i < count; i++) {
            book.item("抽审 " + city.number() + "？");
        }
        Actor author = trainer;
        city.actAs(author.person());
        ImportFile file =
                imports.preview(author, new ImportSettings(trade, Set.of(), Secrecy.OPEN), "题库.xlsx", book.file());
        commit.commit(author, file.id(), true);
        return file.id();
    }

    private List<ItemId> submitted(Actor author, int count) {
        List<ItemId> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(items.draft(author, draft("审 " + city.number(), Secrecy.OPEN)));
        }
        review.submit(author, made);
        return made;
    }

    private Deal deal(List<ItemId> all, Actor... reviewers) {
        return new Deal(
                trade,
                "",
                all,
                java.util.Arrays.stream(reviewers).map(Actor::person).toList(),
                soon);
    }

    private ItemDraft draft(String stem, Secrecy secrecy) {
        return draft(stem, secrecy, new Interaction.TrueFalse(true));
    }

    private ItemDraft draft(String stem, Secrecy secrecy, Interaction interaction) {
        return TestDrafts.item(trade, stem, interaction, secrecy);
    }
}
