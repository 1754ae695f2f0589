package org.lianbing.home.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemType;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Admitted;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Competitions;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Blueprint.Section;
import org.lianbing.paper.PaperRules;
import org.lianbing.trade.Trades;

/** Two contests of the demo city: one that runs now, to be tried at once, and one that is announced. */
@Component
@Profile("demo")
class DemoContests {

    private static final Duration WARM_UP = Duration.ofMinutes(10);
    private static final Duration SELECTION = Duration.ofMinutes(20);
    private static final int WARM_UP_DAYS = 30;
    private static final int SELECTION_IN_DAYS = 16;

    private final Competitions competitions;
    private final Trades trades;
    private final ZoneId zone;

    DemoContests(Competitions competitions, Trades trades, ZoneId zone) {
        this.competitions = competitions;
        this.trades = trades;
        this.zone = zone;
    }

    /** Creates and opens both for the electricians of the city. */
    void make(Actor organizer, UnitId city, Instant now) {
        open(
                organizer,
                "电工岗位练兵热身赛",
                new ExamWindow(now, now.plus(Duration.ofDays(WARM_UP_DAYS)), WARM_UP),
                List.of(section(ItemType.TRUE_FALSE, 3, 10), section(ItemType.SINGLE_CHOICE, 5, 14)),
                city,
                now);
        Instant nine = now.atZone(zone)
                .toLocalDate()
                .plusDays(SELECTION_IN_DAYS)
                .atTime(LocalTime.of(9, 0))
                .atZone(zone)
                .toInstant();
        open(
                organizer,
                "全市电工技能竞赛 · 区县选拔",
                new ExamWindow(nine, nine.plus(SELECTION), SELECTION),
                List.of(
                        section(ItemType.TRUE_FALSE, 2, 10),
                        section(ItemType.SINGLE_CHOICE, 4, 15),
                        section(ItemType.MULTIPLE_CHOICE, 1, 20)),
                city,
                now);
    }

    private void open(
            Actor organizer, String name, ExamWindow window, List<Section> sections, UnitId city, Instant now) {
        TradeId electrician = trades.find("electrician").orElseThrow().id();
        CompetitionId competition = competitions.create(
                organizer,
                new CompetitionDraft(
                        name,
                        electrician,
                        Level.INTERMEDIATE,
                        window,
                        sections,
                        PaperRules.USUAL,
                        new Admitted.Everybody(Set.of(city)),
                        ReleaseRule.AUTOMATIC,
                        true,
                        true),
                now);
        competitions.open(organizer, competition, now);
    }

    private static Section section(ItemType type, int count, int points) {
        return new Section(type, count, BigDecimal.valueOf(points));
    }
}
