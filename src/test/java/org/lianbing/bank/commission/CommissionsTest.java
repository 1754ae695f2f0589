package org.lianbing.bank.commission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.account.PersonName;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.Notice;
import org.lianbing.notice.NoticeSentences;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IntegrationTest
class CommissionsTest {

    @Autowired
    TestCity city;

    @Autowired
    Commissions commissions;

    @Autowired
    Reminders reminders;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    Inbox inbox;

    @Autowired
    NoticeSentences sentences;

    @Autowired
    Trades trades;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    private UnitId unit;
    private Actor lead;
    private Actor author;
    private TradeId trade;

    @BeforeEach
    void people() {
        unit = city.enterprise();
        lead = city.actor(unit, Role.TRAINER, Role.REVIEWER);
        author = city.actor(unit, Role.TRAINER);
        trade = trades.find("fitter").orElseThrow().id();
    }

    @Test
    void whatIsWrittenForItCountsAsFarAsItIs() {
        CommissionId id = commissions.make(lead, asked(2, today().plusDays(7)));
        assertThat(told(author)).containsExactly("commission.notice.asked");
        ItemId first = written(author);
        ItemId second = written(author);
        commissions.deliver(author, id, first);
        commissions.deliver(author, id, second);
        assertThat(commissions.get(lead, id).progress()).isEqualTo(new Progress(2, 0, 0));
        review.submit(author, Set.of(first, second));
        review.publish(lead, first);
        assertThat(commissions.get(lead, id).progress()).isEqualTo(new Progress(0, 1, 1));
        assertThat(commissions.get(lead, id).delivered()).isTrue();
        commissions.close(lead, id, "题出得扎实");
        assertThat(inbox.of(author, false, new PageOf(0, 5)).rows().getFirst().words())
                .isEqualTo("题出得扎实");
        assertThatThrownBy(() -> commissions.deliver(author, id, written(author)))
                .hasMessage("commission.ended");
    }

    @Test
    void whoIsAskedReadsTradeAndDayInTheirLanguage() {
        commissions.make(lead, asked(2, LocalDate.of(2126, 12, 6)));
        Notice told = inbox.of(author, false, new PageOf(0, 1)).rows().getFirst();
        assertThat(sentences.of(told, Locale.SIMPLIFIED_CHINESE)).contains("为钳工出 2 道题", "2126 年 12 月 6 日前交");
        assertThat(sentences.of(told, Locale.ENGLISH))
                .contains(trades.get(trade).name(Locale.ENGLISH), "6 Dec 2126");
    }

    @Test
    void onlyOnesOwnItemCountsAndOnlyOnce() {
        CommissionId id = commissions.make(lead, asked(2, today()));
        ItemId item = written(lead);
        assertThatThrownBy(() -> commissions.deliver(author, id, item)).hasMessage("commission.not-yours");
        ItemId own = written(author);
        commissions.deliver(author, id, own);
        assertThatThrownBy(() -> commissions.deliver(author, id, own)).hasMessage("commission.counted");
        assertThatThrownBy(() -> commissions.deliver(lead, id, item)).hasMessage("commission.not-author");
    }

    @Test
    void nobodyElseSeesIt() {
        CommissionId id = commissions.make(lead, asked(2, today()));
        Actor stranger = city.actor(unit, Role.TRAINER, Role.REVIEWER);
        assertThatThrownBy(() -> commissions.get(stranger, id)).hasMessage("base.not-found");
        assertThatThrownBy(() -> commissions.close(author, id, "")).hasMessage("commission.not-maker");
    }

    @Test
    void unionStaffAskTheTrainersOfTheirUnitsOnly() {
        Actor staff = city.actor(unit, Role.UNION_STAFF);
        Actor elsewhere = city.actor(city.enterprise(), Role.TRAINER);
        assertThat(commissions.authors(staff, trade))
                .extracting(PersonName::id)
                .contains(author.person(), lead.person())
                .doesNotContain(elsewhere.person());
        commissions.make(staff, asked(1, today()));
        Actor otherStaff = city.actor(city.enterprise(), Role.UNION_STAFF);
        assertThatThrownBy(() -> commissions.make(otherStaff, asked(1, today())))
                .hasMessage("commission.author-elsewhere");
        Actor worker = city.actor(unit, Role.WORKER);
        assertThatThrownBy(() -> commissions.make(worker, asked(1, today()))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest(name = "due in {0} days: {1}")
    @CsvSource({"4, 0", "3, 1", "0, 1"})
    void authorsAreRemindedOnceThreeDaysBefore(int days, int reminders) {
        commissions.make(lead, asked(1, today().plusDays(days)));
        this.reminders.remind(clock.instant());
        this.reminders.remind(clock.instant());
        assertThat(told(author).stream()
                        .filter("commission.notice.soon"::equals)
                        .count())
                .isEqualTo(reminders);
    }

    @Test
    void whatIsOverdueIsToldToBothOnceAndMarked() {
        CommissionId id = commissions.make(lead, asked(1, today()));
        reminders.remind(clock.instant().plus(java.time.Duration.ofDays(1)));
        reminders.remind(clock.instant().plus(java.time.Duration.ofDays(2)));
        assertThat(told(author)).containsOnlyOnce("commission.notice.overdue");
        assertThat(told(lead)).containsExactly("commission.notice.overdue");
        assertThat(commissions.get(lead, id).overdue(today())).isFalse();
        assertThat(commissions.get(lead, id).overdue(today().plusDays(1))).isTrue();
    }

    private CommissionDraft asked(int count, LocalDate due) {
        return new CommissionDraft(
                trade,
                trades.get(trade).levels().getFirst(),
                Set.of(),
                Map.of(ItemType.TRUE_FALSE, count),
                Set.of(author.person()),
                due,
                "多出现场的题",
                Secrecy.OPEN);
    }

    private ItemId written(Actor by) {
        Level level = trades.get(trade).levels().getFirst();
        return items.draft(
                by,
                new ItemDraft(
                        null,
                        trade,
                        Set.of(level),
                        Set.of(),
                        new ItemContent("命题 " + city.number(), new Interaction.TrueFalse(true), "", 3),
                        Secrecy.OPEN,
                        org.lianbing.bank.Origin.NONE));
    }

    private java.util.List<String> told(Actor actor) {
        return inbox.of(actor, false, new PageOf(0, 50)).rows().stream()
                .map(Notice::code)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
