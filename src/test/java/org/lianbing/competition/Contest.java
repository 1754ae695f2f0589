package org.lianbing.competition;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.ObjectMapper;

import org.lianbing.account.PersonTokens;
import org.lianbing.attempt.Started;
import org.lianbing.bank.ItemType;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.competition.store.OpeningTable;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.paper.Aids;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.Form;
import org.lianbing.paper.PaperRules;
import org.lianbing.paper.Slot;
import org.lianbing.testing.Knowing;
import org.lianbing.trade.Trades;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Small contests for tests, drawn from the elderly care bank. */
@Component
public class Contest {

    public static final String TRADE = "elderly-care";

    private final Competitions competitions;
    private final OpeningTable openings;
    private final OpeningWork work;
    private final Trades trades;
    private final PersonTokens tokens;
    private final ObjectMapper json;
    private final Clock clock;
    private final MockMvc mvc;

    Contest(
            Competitions competitions,
            OpeningTable openings,
            OpeningWork work,
            Trades trades,
            PersonTokens tokens,
            ObjectMapper json,
            Clock clock,
            MockMvc mvc) {
        this.competitions = competitions;
        this.openings = openings;
        this.work = work;
        this.trades = trades;
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
        this.mvc = mvc;
    }

    public Instant now() {
        return clock.instant();
    }

    public TradeId trade() {
        return trades.find(TRADE).orElseThrow().id();
    }

    /** From an hour ago to in an hour, an hour to work. */
    public ExamWindow running() {
        return window(Duration.ofHours(-1), Duration.ofHours(1), Duration.ofHours(1));
    }

    public ExamWindow tomorrow() {
        return window(Duration.ofDays(1), Duration.ofDays(1).plusHours(1), Duration.ofHours(1));
    }

    public ExamWindow window(Duration opensIn, Duration closesIn, Duration duration) {
        return new ExamWindow(now().plus(opensIn), now().plus(closesIn), duration);
    }

    public CompetitionDraft draft(ExamWindow window, ReleaseRule rule, PersonId... people) {
        return draft(window, rule, new Admitted.Named(new HashSet<>(List.of(people))));
    }

    public CompetitionDraft draft(ExamWindow window, ReleaseRule rule, Admitted admitted) {
        return new CompetitionDraft(
                "养老护理技能竞赛",
                trade(),
                Level.INTERMEDIATE,
                window,
                List.of(section(ItemType.TRUE_FALSE, 1), section(ItemType.SINGLE_CHOICE, 1)),
                PaperRules.USUAL,
                admitted,
                rule,
                true,
                false);
    }

    /** The same with other rules of its papers, other aids and other rules of access. */
    static CompetitionDraft like(CompetitionDraft plain, PaperRules paperRules, Aids aids, AccessRules access) {
        return new CompetitionDraft(
                plain.name(),
                plain.trade(),
                plain.level(),
                plain.window(),
                plain.sections(),
                paperRules,
                plain.leftOut(),
                plain.admitted(),
                plain.results(),
                plain.liveBoard(),
                aids,
                access);
    }

    /** The same with other sections, from anywhere with any browser. */
    static CompetitionDraft of(CompetitionDraft plain, Blueprint.Section... sections) {
        return new CompetitionDraft(
                plain.name(),
                plain.trade(),
                plain.level(),
                plain.window(),
                List.of(sections),
                plain.paperRules(),
                plain.admitted(),
                plain.releaseRule(),
                true,
                false);
    }

    public static Blueprint.Section section(ItemType type, int count) {
        return new Blueprint.Section(type, count, BigDecimal.valueOf(50));
    }

    /** Made and opened. */
    public Competition open(Actor organizer, CompetitionDraft draft) {
        CompetitionId id = competitions.create(organizer, draft, now());
        competitions.open(organizer, id, now());
        return competitions.get(organizer, id);
    }

    /** A draft of so many forms, more than are made while somebody waits. */
    public CompetitionDraft ofForms(int forms, PersonId... people) {
        PaperRules rules = new PaperRules(forms, true, PaperRules.USUAL_TOLERANCE, null, Set.of(), 0);
        return like(draft(tomorrow(), ReleaseRule.MANUAL, people), rules, Aids.NONE, AccessRules.NONE);
    }

    /** The opening of a competition that goes on. */
    OpeningId opening(CompetitionId id) {
        return openings.goingOn().stream()
                .filter(one -> openings.find(one).orElseThrow().competition().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Does so many steps of its opening, of which the first draws and each of the others makes some forms. */
    public void step(CompetitionId id, int steps) {
        OpeningId opening = opening(id);
        for (int n = 0; n < steps; n++) {
            work.step(opening);
        }
    }

    /** Goes on with its opening to the end. */
    public void goOn(CompetitionId id) {
        work.goOn(opening(id));
    }

    public static ExamId exam(Competition competition) {
        return Competitions.opened(competition).exam();
    }

    /** The header with which a person asks the API. */
    public String bearer(PersonId person) {
        return "Bearer " + tokens.issue(person, Duration.ofHours(1)).text();
    }

    /** Hands an attempt in as its candidate does. */
    public void handIn(Started started) {
        try {
            mvc.perform(post("/api/attempts/" + started.attemptId() + "/submission")
                            .header("Authorization", "Bearer " + started.token()))
                    .andExpect(status().isOk());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A body for saving responses that are all right. */
    public String allRight(Form form) {
        List<Map<String, Object>> responses = form.slots().stream()
                .map(slot -> Map.<String, Object>of(
                        "slot", slot.number(), "sequence", slot.number(), "value", Knowing.right(slot)))
                .toList();
        return json.writeValueAsString(Map.of("responses", responses));
    }

    /** A body for saving responses of which the first is wrong and the others are missing; slot 1 is a judgement. */
    public String firstWrong(Form form) {
        Slot slot = form.slot(1);
        Object wrong = slot.tokens().stream()
                .filter(token -> !token.equals(Knowing.right(slot)))
                .findFirst()
                .orElseThrow();
        return json.writeValueAsString(Map.of("responses", List.of(Map.of("slot", 1, "sequence", 1, "value", wrong))));
    }
}
