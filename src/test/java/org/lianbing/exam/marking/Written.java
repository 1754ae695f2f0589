package org.lianbing.exam.marking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.ObjectMapper;

import org.lianbing.attempt.MarkDraft;
import org.lianbing.attempt.Started;
import org.lianbing.attempt.TestWork;
import org.lianbing.attempt.WrittenAnswer;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Review;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Admitted;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.competition.Contest;
import org.lianbing.exam.Admission;
import org.lianbing.exam.Exam;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.ResultRules;
import org.lianbing.paper.Aids;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.PaperRules;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestSolving;
import org.lianbing.testing.TestTrade;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Contests with one 简答 that counts 10 points, in three points of the rubric of 4, 4 and 2; candidates sit them and hand
 * in. The trade is the test's own, so that no other 简答 gets into the paper.
 */
@Component
public class Written {

    final TestCity city;
    final Contest contest;
    final Admission admission;
    final Exams exams;
    final LayOut layOut;
    private final TradeId trade;
    private final Items items;
    private final Review review;
    private final TestSolving solving;
    private final MockMvc mvc;
    private final ObjectMapper json;

    Written(
            TestCity city,
            Contest contest,
            Admission admission,
            Exams exams,
            LayOut layOut,
            TestTrade trades,
            Items items,
            Review review,
            TestSolving solving,
            MockMvc mvc,
            ObjectMapper json) {
        this.city = city;
        this.contest = contest;
        this.admission = admission;
        this.exams = exams;
        this.layOut = layOut;
        this.trade = trades.make();
        this.items = items;
        this.review = review;
        this.solving = solving;
        this.mvc = mvc;
        this.json = json;
    }

    /** A new published 简答. */
    public ItemId item(UnitId unit) {
        Actor both = city.actor(unit, Role.TRAINER, Role.REVIEWER);
        Actor author = city.actor(unit, Role.TRAINER);
        ItemId item = items.draft(
                author,
                new ItemDraft(
                        null,
                        trade,
                        Set.of(Level.SENIOR),
                        Set.of(),
                        new ItemContent("为卧床老人翻身前要做哪些准备？" + city.number(), shortAnswer(), "", 2),
                        Secrecy.OPEN,
                        Origin.NONE));
        solving.rightly(both, item);
        review.publish(both, item);
        return item;
    }

    /** With three points and ten to get. */
    static Interaction.ShortAnswer shortAnswer() {
        return new Interaction.ShortAnswer(
                new Rubric(
                        List.of(point("核对并说明目的", "4"), point("检查管路和皮肤", "4"), point("拉起对侧床栏", "2")),
                        "先核对、解释，再检查管路与皮肤，拉起对侧床栏。",
                        "说出“告知”即算说明目的"),
                3);
    }

    private static Rubric.Point point(String text, String weight) {
        return new Rubric.Point(text, new BigDecimal(weight));
    }

    /** An opened contest of the unit for these people. */
    public Competition open(Actor organizer, ReleaseRule rule, PersonId... people) {
        item(organizer.unit());
        return contest.open(
                organizer,
                new CompetitionDraft(
                        "护理简答赛",
                        trade,
                        Level.SENIOR,
                        contest.running(),
                        List.of(new Blueprint.Section(ItemType.SHORT_ANSWER, 1, BigDecimal.TEN)),
                        PaperRules.USUAL,
                        new Admitted.Named(new HashSet<>(List.of(people))),
                        ResultRules.of(rule, true),
                        false,
                        Aids.NONE));
    }

    /** Somebody writes this and hands in; an empty text is written nowhere. */
    public Started sit(Competition competition, PersonId person, String text) {
        return hand(competition, person, text.isEmpty() ? null : text);
    }

    /** Somebody hands in these files with a text, which may be empty. */
    public Started sit(Competition competition, PersonId person, String text, byte[]... files) {
        return hand(
                competition,
                person,
                Map.of(
                        "text",
                        text,
                        "files",
                        Stream.of(files).map(file -> TestWork.id(file).hash()).toList()),
                files);
    }

    private Started hand(Competition competition, PersonId person, @Nullable Object value, byte[]... files) {
        Started started = admission.start(person, Contest.exam(competition), "", contest.now());
        try {
            for (byte[] file : files) {
                mvc.perform(put("/api/attempts/" + started.attemptId() + "/files/" + TestWork.id(file))
                                .header("Authorization", "Bearer " + started.token())
                                .content(file))
                        .andExpect(status().isOk());
            }
            if (value != null) {
                mvc.perform(put("/api/attempts/" + started.attemptId() + "/responses")
                                .header("Authorization", "Bearer " + started.token())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsString(Map.of(
                                        "responses", List.of(Map.of("slot", 1, "sequence", 1, "value", value))))))
                        .andExpect(status().isOk());
            }
            mvc.perform(post("/api/attempts/" + started.attemptId() + "/submission")
                            .header("Authorization", "Bearer " + started.token()))
                    .andExpect(status().isOk());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return started;
    }

    /** Lays the answers out now. */
    public Exam laidOut(Actor organizer, Competition competition) {
        Exam exam = exams.get(organizer, Contest.exam(competition));
        layOut.run(exam, contest.now());
        return exam;
    }

    /** A mark with so many points for each line of the rubric. */
    public static MarkDraft draft(AnswerSheet sheet, String comment, String... points) {
        Map<String, BigDecimal> given = new LinkedHashMap<>();
        List<WrittenAnswer.Line> lines = new ArrayList<>(sheet.answer().lines());
        for (int i = 0; i < points.length; i++) {
            given.put(lines.get(i).token(), new BigDecimal(points[i]));
        }
        return new MarkDraft(given, comment);
    }
}
