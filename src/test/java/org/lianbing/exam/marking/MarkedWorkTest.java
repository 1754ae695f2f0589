package org.lianbing.exam.marking;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import org.lianbing.attempt.OpinionRule;
import org.lianbing.attempt.Started;
import org.lianbing.attempt.TestWork;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Competition;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.Contest;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.exam.marking.Written.draft;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Who sees the photographs of an answer: whoever has taken it to mark, and whose it is. */
@IntegrationTest
class MarkedWorkTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Written written;

    @Autowired
    MarkingDesk desk;

    @Autowired
    MarkingPlans plans;

    @Autowired
    Competitions competitions;

    private final byte[] photo = TestWork.picture("jpg", 640, 480, 3);
    private final byte[] pdf = TestWork.pdf(3);
    private UnitId unit = UnitId.next();
    private Actor organizer = new Actor(PersonId.next(), "", unit, List.of());
    private Actor first = organizer;
    private Actor second = organizer;
    private PersonId worker = PersonId.next();
    private PersonId other = worker;

    @BeforeEach
    void aUnitWithJudges() {
        unit = written.city.enterprise();
        organizer = written.city.actor(unit, Role.ORGANIZER);
        first = written.city.actor(unit, Role.JUDGE);
        second = written.city.actor(unit, Role.JUDGE);
        worker = written.city.person(unit);
        other = written.city.person(unit);
    }

    @Test
    void picturesAloneAreAnAnswerThatPeopleMarkAndItsWriterSeesAgain() throws Exception {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = named(competition, first);
        Started started = written.sit(competition, worker, "", photo, pdf);
        written.laidOut(organizer, competition);
        AnswerSheet sheet = desk.next(first, exam, 1, 0, now()).orElseThrow();
        assertThat(sheet.answer().files())
                .extracting(file -> file.id())
                .containsExactly(TestWork.id(photo), TestWork.id(pdf));
        String address = address(exam, sheet, photo);
        asked(first.person(), address)
                .andExpect(status().isOk())
                .andExpect(content().bytes(photo))
                .andExpect(header().string("Content-Type", "image/jpeg"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"));
        asked(first.person(), address(exam, sheet, pdf))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")));
        asked(first.person(), "/api/exams/%s/marking/answers/%s".formatted(exam, sheet.id()))
                .andExpect(jsonPath("$.text").value(""))
                .andExpect(jsonPath("$.files[0].type").value("image/jpeg"))
                .andExpect(jsonPath("$.files[1].hash").value(TestWork.id(pdf).hash()));
        desk.mark(first, exam, sheet.id(), draft(sheet, "图很清楚", "4", "4", "2"), now());
        competitions.release(organizer, competition.id(), now());
        asked(worker, "/api/exams/%s/attempts/%s/result".formatted(exam, started.attemptId()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.score").value(10))
                .andExpect(jsonPath("$.slots[0].files[0].hash")
                        .value(TestWork.id(photo).hash()));
        asked(worker, "/api/attempts/%s/files/%s".formatted(started.attemptId(), TestWork.id(photo)))
                .andExpect(status().isOk())
                .andExpect(content().bytes(photo));
    }

    @Test
    void nobodyElseFindsThem() throws Exception {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker, other);
        ExamId exam = named(competition, first, second);
        Started started = written.sit(competition, worker, "见图", photo);
        written.sit(competition, other, "我的图", pdf);
        written.laidOut(organizer, competition);
        AnswerSheet one = desk.next(first, exam, 1, 0, now()).orElseThrow();
        AnswerSheet two = desk.next(second, exam, 1, 0, now()).orElseThrow();
        byte[] ofOne = one.answer().text().equals("见图") ? photo : pdf;
        byte[] ofTwo = ofOne == photo ? pdf : photo;
        asked(first.person(), address(exam, one, ofOne)).andExpect(status().isOk());
        // Neither the answer that somebody else has taken, nor a file of another answer under an own one.
        asked(first.person(), address(exam, two, ofTwo)).andExpect(status().isNotFound());
        asked(first.person(), address(exam, one, ofTwo)).andExpect(status().isNotFound());
        // A judge who was not named, one of another unit, the organizer, and another candidate.
        Actor unnamed = written.city.actor(unit, Role.JUDGE);
        Actor elsewhere = written.city.actor(written.city.enterprise(), Role.JUDGE);
        asked(unnamed.person(), address(exam, one, ofOne)).andExpect(status().isNotFound());
        asked(elsewhere.person(), address(exam, one, ofOne)).andExpect(status().isNotFound());
        asked(organizer.person(), address(exam, one, ofOne)).andExpect(status().isForbidden());
        asked(other, address(exam, one, ofOne)).andExpect(status().isForbidden());
        asked(other, "/api/attempts/%s/files/%s".formatted(started.attemptId(), TestWork.id(photo)))
                .andExpect(status().isNotFound());
        asked(first.person(), "/api/attempts/%s/files/%s".formatted(started.attemptId(), TestWork.id(photo)))
                .andExpect(status().isNotFound());
        // Given back, it is nobody's.
        desk.giveBack(first, exam, one.id());
        asked(first.person(), address(exam, one, ofOne)).andExpect(status().isNotFound());
    }

    @Test
    void aFileThatWasTakenOutOfTheResponseIsNotShown() throws Exception {
        Competition competition = written.open(organizer, ReleaseRule.MANUAL, worker);
        ExamId exam = named(competition, first);
        Started started = written.admission.start(worker, exam, "", now());
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(
                                "/api/attempts/%s/files/%s".formatted(started.attemptId(), TestWork.id(pdf)))
                        .header("Authorization", "Bearer " + started.token())
                        .content(pdf))
                .andExpect(status().isOk());
        written.sit(competition, worker, "只留这张", photo);
        written.laidOut(organizer, competition);
        AnswerSheet sheet = desk.next(first, exam, 1, 0, now()).orElseThrow();
        asked(first.person(), address(exam, sheet, photo)).andExpect(status().isOk());
        asked(first.person(), address(exam, sheet, pdf)).andExpect(status().isNotFound());
    }

    private ExamId named(Competition competition, Actor... markers) {
        ExamId exam = Contest.exam(competition);
        plans.name(organizer, exam, List.of(markers).stream().map(Actor::person).toList(), now());
        plans.lay(organizer, exam, OpinionRule.SINGLE, null, now());
        return exam;
    }

    private ResultActions asked(PersonId person, String address) throws Exception {
        return mvc.perform(get(address).header("Authorization", written.contest.bearer(person)));
    }

    private static String address(ExamId exam, AnswerSheet sheet, byte[] file) {
        return "/api/exams/%s/marking/answers/%s/files/%s".formatted(exam, sheet.id(), TestWork.id(file));
    }

    private java.time.Instant now() {
        return written.contest.now();
    }
}
