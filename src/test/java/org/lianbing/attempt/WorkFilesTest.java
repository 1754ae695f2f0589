package org.lianbing.attempt;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.attempt.scoring.StepDigest;
import org.lianbing.attempt.store.JournalReads;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Rubric;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.paper.FormId;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Files of work, from the phone to what they count for. */
@IntegrationTest
class WorkFilesTest {

    private static final Instant DURING = Sat.NINE.plus(Duration.ofMinutes(5));

    @Autowired
    Sat sat;

    @Autowired
    WorkFiles files;

    @Autowired
    Sitting sitting;

    @Autowired
    JournalReads journal;

    @Autowired
    JournalCopies copies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private FormId form = FormId.next();
    private PersonId person = PersonId.next();

    @BeforeEach
    void aPaper() {
        form = sat.forms.freezeForExam(
                "交照片 " + sat.city.number(),
                sat.papers.slots(List.of(
                        asked(new Interaction.Essay(new Rubric(List.of(), "样张", ""), 3)),
                        asked(new Interaction.ShortAnswer(new Rubric(List.of(), "只写字", ""))))),
                Sat.NINE);
        person = sat.somebody();
    }

    private ItemContent asked(Interaction interaction) {
        return new ItemContent("画出接线图并拍照 " + sat.city.number(), interaction, "", 3);
    }

    private Candidate start() {
        return sat.start(sat.exam(form, person), "phone", Sat.NINE);
    }

    private WorkFile take(Candidate candidate, byte[] bytes, Instant at) {
        return files.take(candidate, TestWork.id(bytes), new ByteArrayInputStream(bytes), InstantSource.fixed(at));
    }

    /** As the player does: again, where there are two on their way. */
    private WorkFile takeInTurn(Candidate candidate, byte[] bytes) {
        while (true) {
            try {
                return take(candidate, bytes, DURING);
            } catch (Problem problem) {
                if (!problem.code().equals("attempt.work.two")) {
                    throw problem;
                }
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    private static String value(String text, byte[]... named) {
        return "{\"text\": \"%s\", \"files\": [%s]}"
                .formatted(
                        text,
                        String.join(
                                ",",
                                java.util.stream.Stream.of(named)
                                        .map(bytes -> '"' + TestWork.id(bytes).hash() + '"')
                                        .toList()));
    }

    @Test
    void whatWasTakenIsThereAndCountsAsAnAnswer() throws Exception {
        Candidate candidate = start();
        byte[] photo = TestWork.picture("jpg", 640, 480, 1);
        WorkFile kept = take(candidate, photo, DURING);
        assertThat(kept).isEqualTo(take(candidate, photo, DURING.plusSeconds(9)));
        assertThat(kept.type()).isEqualTo(WorkFileType.JPEG);
        assertThat(files.read(kept).readAllBytes()).isEqualTo(photo);
        assertThat(sat.save(candidate, 1, 1, value("", photo), DURING)).isEqualTo("saved");
        assertThat(sitting.open(candidate).files()).containsExactly(kept);
        Receipt receipt = sitting.handIn(candidate, false, DURING);
        assertThat(receipt.answered()).isEqualTo(1);
        SlotResult result = sat.attempts.results(candidate.attempt()).getFirst();
        assertThat(result.isUnmarked()).isTrue();
        assertThat(result.files()).containsExactly(kept);
    }

    @Test
    void theReceiptCoversTheFilesByTheirNames() {
        Candidate candidate = start();
        byte[] photo = TestWork.png(2);
        take(candidate, photo, DURING);
        sat.save(candidate, 1, 1, value("见图", photo), DURING);
        Receipt receipt = sitting.handIn(candidate, false, DURING);
        JournalCopy copy = copies.of(person, candidate.attempt());
        assertThat(copy.entries().getFirst().value())
                .contains(TestWork.id(photo).hash())
                .contains("见图");
        assertThat(receipt.digest())
                .isEqualTo(StepDigest.chain(candidate.attempt(), journal.all(candidate.attempt()))
                        .getLast());
    }

    @Test
    void aResponseNamesOnlyWhatIsThereAndNoMoreThanTheItemAllows() {
        Candidate candidate = start();
        byte[] photo = TestWork.png(3);
        assertThat(sat.save(candidate, 1, 1, value("", photo), DURING)).isEqualTo("invalid");
        List<byte[]> four = IntStream.range(10, 14).mapToObj(TestWork::png).toList();
        four.forEach(each -> take(candidate, each, DURING));
        assertThat(sat.save(candidate, 1, 2, value("", four.toArray(byte[][]::new)), DURING))
                .isEqualTo("invalid");
        assertThat(sat.save(candidate, 1, 3, value("", four.get(0), four.get(0)), DURING))
                .isEqualTo("invalid");
        assertThat(sat.save(candidate, 2, 4, value("", four.get(0)), DURING)).isEqualTo("invalid");
        assertThat(sat.save(candidate, 1, 5, value("一", four.get(0), four.get(1), four.get(2)), DURING))
                .isEqualTo("saved");
        assertThat(sat.save(candidate, 1, 6, value("一", four.get(2)), DURING)).isEqualTo("saved");
        assertThat(sat.stored(candidate, 1))
                .doesNotContain(TestWork.id(four.get(0)).hash());
        assertThat(sat.save(candidate, 1, 7, value("  "), DURING)).isEqualTo("saved");
        assertThat(sat.stored(candidate, 1)).isEqualTo("null");
        assertThat(sat.save(candidate, 1, 8, value("字"), DURING)).isEqualTo("saved");
        assertThat(sat.stored(candidate, 1)).isEqualTo("\"字\"");
    }

    @Test
    void aFileOfSomebodyElseIsNoneOfMine() {
        Candidate other = sat.start(sat.exam(form, sat.somebody()), "phone", Sat.NINE);
        byte[] photo = TestWork.png(4);
        take(other, photo, DURING);
        Candidate candidate = start();
        assertThat(sat.save(candidate, 1, 1, value("", photo), DURING)).isEqualTo("invalid");
        assertThatThrownBy(() -> files.own(person, other.attempt(), TestWork.id(photo)))
                .hasMessage("base.not-found");
        assertThatThrownBy(() -> files.own(person, candidate.attempt(), TestWork.id(photo)))
                .hasMessage("base.not-found");
    }

    @Test
    void filesAreTakenAsLongAsAnswersAre() {
        Candidate candidate = start();
        byte[] inGrace = TestWork.png(5);
        byte[] late = TestWork.png(6);
        take(candidate, inGrace, Sat.TEN.plus(Sat.GRACE));
        assertThatThrownBy(() -> take(candidate, late, Sat.TEN.plus(Sat.GRACE).plusMillis(1)))
                .hasMessage("attempt.over");
        sitting.handIn(candidate, false, DURING);
        assertThatThrownBy(() -> take(candidate, late, DURING)).hasMessage("attempt.ended");
        // Whoever did not hear the answer hears it now.
        assertThat(take(candidate, inGrace, Sat.TEN.plusSeconds(600)).id()).isEqualTo(TestWork.id(inGrace));
        assertThat(stored(candidate)).containsExactly(TestWork.id(inGrace).hash());
    }

    @Test
    void aDeviceThatWasTakenOverSendsNothingMore() {
        Candidate before = start();
        sat.start(
                new AttemptRequest(
                        form,
                        person,
                        sat.attempts.get(before.attempt()).purpose(),
                        Behaviour.DEFERRED,
                        "电工",
                        "高级工",
                        Sat.TEN,
                        Sat.GRACE,
                        true,
                        "/after"),
                "tablet",
                DURING);
        assertThatThrownBy(() -> take(before, TestWork.png(7), DURING)).hasMessage("attempt.superseded");
    }

    @Test
    void theSameFileManyTimesAtOnceIsOne() throws Exception {
        Candidate candidate = start();
        byte[] photo = TestWork.png(8);
        List<WorkFile> taken = Together.times(12, number -> takeInTurn(candidate, photo));
        assertThat(Set.copyOf(taken)).hasSize(1);
        assertThat(stored(candidate)).hasSize(1);
    }

    @Test
    void noMoreThanSoManyAreKeptHoweverTheyCome() throws Exception {
        Candidate candidate = start();
        List<String> outcomes = Together.times(WorkFiles.MOST_FILES + 8, number -> {
            try {
                takeInTurn(candidate, TestWork.png(100 + number));
                return "taken";
            } catch (RuntimeException e) {
                return e.getMessage();
            }
        });
        assertThat(outcomes.stream().filter("taken"::equals)).hasSize(WorkFiles.MOST_FILES);
        assertThat(outcomes.stream().filter("attempt.work.full"::equals)).hasSize(8);
        assertThat(stored(candidate)).hasSize(WorkFiles.MOST_FILES);
    }

    @Test
    void onePersonSendsTwoAtATimeWhateverTheySit() throws Exception {
        Candidate candidate = start();
        Candidate another = sat.start(sat.exam(form, person), "phone", Sat.NINE);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch receiving = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<WorkFile>> two = Stream.of(candidate, another)
                    .map(each -> threads.submit(() -> files.take(
                            each,
                            TestWork.id(TestWork.png(1)),
                            held(TestWork.png(1), receiving, go),
                            InstantSource.fixed(DURING))))
                    .toList();
            receiving.await();
            assertThatThrownBy(() -> take(candidate, TestWork.png(2), DURING)).hasMessage("attempt.work.two");
            Candidate neighbour = sat.start(sat.exam(form, sat.somebody()), "phone", Sat.NINE);
            assertThat(take(neighbour, TestWork.png(2), DURING)).isNotNull();
            go.countDown();
            for (Future<WorkFile> each : two) {
                each.get();
            }
        }
        assertThat(take(candidate, TestWork.png(2), DURING)).isNotNull();
    }

    private static InputStream held(byte[] bytes, CountDownLatch receiving, CountDownLatch go) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int from, int length) {
                receiving.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.read(into, from, length);
            }
        };
    }

    @Test
    void whatTricklesIsEnded() {
        Candidate candidate = start();
        byte[] photo = TestWork.png(10);
        assertThatThrownBy(() -> trickle(candidate, photo)).hasMessage("base.too-slow");
        assertThat(stored(candidate)).isEmpty();
        take(candidate, photo, DURING);
        assertThatThrownBy(() -> trickle(candidate, photo)).hasMessage("base.too-slow");
    }

    /** A byte each second. */
    private void trickle(Candidate candidate, byte[] bytes) {
        AtomicLong seconds = new AtomicLong();
        files.take(
                candidate,
                TestWork.id(bytes),
                new ByteArrayInputStream(bytes) {
                    @Override
                    public int read(byte[] into, int from, int length) {
                        seconds.incrementAndGet();
                        return super.read(into, from, Math.min(length, 1));
                    }
                },
                () -> DURING.plusSeconds(seconds.get()));
    }

    @Test
    void practiceIsBoundedOverAllDrillsOfAPerson() {
        Candidate drill = sat.start(sat.drill(form, person), "phone", Sat.NINE);
        Candidate another = sat.start(sat.drill(form, person), "phone", Sat.NINE);
        byte[] photo = TestWork.png(11);
        WorkFile kept = take(drill, photo, DURING);
        jdbc.sql("update attempt.work_file set size = :size where attempt_id = :id")
                .param("size", WorkFiles.MOST_IN_PRACTICE - kept.size())
                .param("id", drill.attempt().value())
                .update();
        assertThat(take(another, photo, DURING)).isNotNull();
        assertThatThrownBy(() -> take(another, TestWork.png(12), DURING)).hasMessage("attempt.work.person-full");
        assertThat(take(start(), TestWork.png(12), DURING)).isNotNull();
        Candidate neighbour = sat.start(sat.drill(form, sat.somebody()), "phone", Sat.NINE);
        assertThat(take(neighbour, TestWork.png(12), DURING)).isNotNull();
    }

    @Test
    void whatIsDamagedHostileOrUnwantedIsRefused() {
        Candidate candidate = start();
        byte[] photo = TestWork.png(9);
        assertThatThrownBy(() -> files.take(
                        candidate,
                        TestWork.id(TestWork.png(1)),
                        new ByteArrayInputStream(photo),
                        InstantSource.fixed(DURING)))
                .hasMessage("attempt.work.damaged");
        byte[] page = "<html><script>alert(document.cookie)</script></html>      ".getBytes();
        assertThatThrownBy(() -> take(candidate, page, DURING)).hasMessage("attempt.work.type");
        Candidate elsewhere = sat.exam();
        assertThatThrownBy(() -> take(elsewhere, photo, DURING)).hasMessage("attempt.work.none");
        assertThat(stored(candidate)).isEmpty();
    }

    @Test
    void overHttpAFileIsSentAndReadByItsOwnerAlone() throws Exception {
        Started started = sat.attempts.start(
                sat.request(
                        form, person, new Purpose("test-exam", org.lianbing.base.Ids.next()), Behaviour.DEFERRED, null),
                "phone",
                Instant.now());
        String address = "/api/attempts/" + started.attemptId() + "/files/";
        byte[] pdf = TestWork.pdf(1);
        byte[] photo = TestWork.png(1);
        String token = "Bearer " + started.token();
        mvc.perform(put(address + TestWork.id(photo)).content(photo).header(HttpHeaders.AUTHORIZATION, token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.type").value("image/png"))
                .andExpect(jsonPath("$.width").value(64));
        mvc.perform(put(address + TestWork.id(pdf))
                        .content(pdf)
                        .contentType("text/html")
                        .header(HttpHeaders.AUTHORIZATION, token))
                .andExpect(status().isOk());
        // So curl calls whatever it sends.
        mvc.perform(put(address + TestWork.id(photo))
                        .content(photo)
                        .contentType("application/x-www-form-urlencoded")
                        .header(HttpHeaders.AUTHORIZATION, token))
                .andExpect(status().isOk());
        mvc.perform(get(address + TestWork.id(photo)).header(HttpHeaders.AUTHORIZATION, token))
                .andExpect(status().isOk())
                .andExpect(content().bytes(photo))
                .andExpect(header().string("Content-Type", "image/png"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"));
        mvc.perform(get(address + TestWork.id(pdf)).header(HttpHeaders.AUTHORIZATION, token))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")));
        mvc.perform(get(address + TestWork.id(photo))
                        .header(HttpHeaders.AUTHORIZATION, token)
                        .header("If-None-Match", '"' + TestWork.id(photo).hash() + '"'))
                .andExpect(status().isNotModified());
        mvc.perform(get(address + TestWork.id(photo))).andExpect(status().isUnauthorized());
        Started other = sat.attempts.start(
                sat.request(
                        form,
                        sat.somebody(),
                        new Purpose("test-exam", org.lianbing.base.Ids.next()),
                        Behaviour.DEFERRED,
                        null),
                "phone",
                Instant.now());
        mvc.perform(get(address + TestWork.id(photo)).header(HttpHeaders.AUTHORIZATION, "Bearer " + other.token()))
                .andExpect(status().isNotFound());
        mvc.perform(put(address + TestWork.id(photo))
                        .content(photo)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + other.token()))
                .andExpect(status().isNotFound());
        mvc.perform(put(address + TestWork.id(photo))
                        .content(new byte[WorkFiles.MOST_BYTES + 1])
                        .header(HttpHeaders.AUTHORIZATION, token))
                .andExpect(status().isContentTooLarge());
        mvc.perform(get("/api/attempts/" + started.attemptId() + "/form").header(HttpHeaders.AUTHORIZATION, token))
                .andExpect(jsonPath("$.slots[0].uploads").value(3))
                .andExpect(jsonPath("$.slots[1].uploads").doesNotExist());
    }

    private List<String> stored(Candidate candidate) {
        return jdbc.sql("select hash from attempt.work_file where attempt_id = :id")
                .param("id", candidate.attempt().value())
                .query(String.class)
                .list();
    }
}
