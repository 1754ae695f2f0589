package org.lianbing.attempt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class ReceiptsTest {

    @Autowired
    Sat sat;

    @Autowired
    Receipts receipts;

    @Autowired
    JournalCopies copies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    private Candidate candidate;
    private Started started;
    private Receipt receipt;

    @BeforeEach
    void handIn() {
        PersonId person = sat.somebody();
        started = sat.attempts.start(sat.drill(sat.papers.practice(), person), "phone", clock.instant());
        candidate = new Candidate(started.attemptId(), person, started.epoch());
        sat.save(candidate, 1, 1, sat.token(candidate, 1, 0), clock.instant());
        sat.save(candidate, 1, 2, sat.token(candidate, 1, 1), clock.instant());
        sat.save(candidate, 5, 3, "\"3.14\"", clock.instant());
        receipt = sat.sitting.handIn(candidate, false, clock.instant());
    }

    @Test
    void anybodyChecksAReceiptAndLearnsNothingElse() throws Exception {
        mvc.perform(get("/api/receipts/" + receipt.digest()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.agrees").value(true))
                .andExpect(jsonPath("$.since").isNotEmpty())
                .andExpect(jsonPath("$.length()").value(3))
                .andExpect(header().doesNotExist("Set-Cookie"));
        // As it is read from paper: the first 24 digits, in groups and capitals.
        String read = receipt.digest().substring(0, 24).toUpperCase().replaceAll("(.{4})", "$1 ");
        assertThat(receipts.check(read, null).agrees()).isTrue();
        assertThat(receipts.check(receipt.digest(), receipt.attemptId()).agrees())
                .isTrue();
    }

    @Test
    void aJournalThatNobodyCouldHaveTypedIsNotHandedOutAndItsReceiptStillChecked() {
        jdbc.sql("""
                        insert into attempt.response_step (attempt_id, epoch, sequence, slot, value, received_at)
                        select :id, 1, n, 5, to_jsonb(repeat('x', 100000)), now() from generate_series(10, 1010) n
                        """).param("id", receipt.attemptId().value()).update();

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> copies.of(candidate.person(), candidate.attempt()))
                .withMessageContaining("attempt.journal-long");
        assertThat(receipts.check(receipt.digest(), null).agrees()).isFalse();
    }

    @Test
    void aStepThatWasChangedDroppedOrAddedShows() {
        changed("update attempt.response_step set value = '\"3.15\"' where attempt_id = :id and sequence = 3");
        assertThat(receipts.check(receipt.digest(), null).agrees()).isFalse();
        assertThat(receipts.check(receipt.digest(), null).since()).isNull();
        changed("update attempt.response_step set value = '\"3.14\"' where attempt_id = :id and sequence = 3");
        assertThat(receipts.check(receipt.digest(), null).agrees()).isTrue();
        changed("update attempt.response_step set sequence = 4 where attempt_id = :id and sequence = 1");
        assertThat(receipts.check(receipt.digest(), null).agrees()).isFalse();
        changed("delete from attempt.response_step where attempt_id = :id and sequence = 4");
        assertThat(receipts.check(receipt.digest(), null).agrees()).isFalse();
    }

    @Test
    void aReceiptShowsThatTheNotedNumberWasChangedToo() {
        changed("update attempt.attempt set digest = repeat('0', 64) where id = :id");
        assertThat(receipts.check(receipt.digest(), receipt.attemptId()).agrees())
                .isFalse();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> receipts.check(receipt.digest(), null))
                .matches(problem -> problem.code().equals("attempt.no-receipt"));
    }

    @Test
    void whatIsNoNumberIsRefusedAndGuessingIsSlow() throws Exception {
        mvc.perform(get("/api/receipts/3fa94c01")).andExpect(status().isBadRequest());
        mvc.perform(get("/api/receipts/%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25"))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isEqualTo(400));
        int last = 0;
        for (int tries = 0; tries < 130 && last != 429; tries++) {
            last = mvc.perform(
                            get("/api/receipts/" + "0123456789abcdef".repeat(2)).with(request -> {
                                request.setRemoteAddr("203.0.113.7");
                                return request;
                            }))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        }
        assertThat(last).isEqualTo(429);
        mvc.perform(get("/api/receipts/" + receipt.digest())).andExpect(status().isOk());
    }

    @Test
    void aThirdPersonRecomputesTheChainFromTheJournal() throws Exception {
        String text = mvc.perform(get(url("/journal")).header("Authorization", "Bearer " + started.token()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("explanation"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        JsonNode journal = sat.json.readTree(text);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] digest = sha.digest(journal.get("attemptId").asString().getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo(journal.get("start").asString());
        for (JsonNode step : journal.get("steps")) {
            sha.update(digest);
            for (String number : new String[] {"epoch", "sequence", "slot"}) {
                sha.update(
                        ByteBuffer.allocate(4).putInt(step.get(number).asInt()).array());
            }
            digest = sha.digest(step.get("value").asString().getBytes(StandardCharsets.UTF_8));
            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo(step.get("digest").asString());
        }
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(receipt.digest());
        assertThat(journal.get("digest").asString()).isEqualTo(receipt.digest());
        assertThat(journal.get("steps").size()).isEqualTo(3);
    }

    @Test
    void theJournalIsATableToo() throws Exception {
        mvc.perform(get(url("/journal.csv")).header("Authorization", "Bearer " + started.token()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("text/csv")))
                .andExpect(content().string(containsString("\"\"\"3.14\"\"\"")))
                .andExpect(content().string(containsString(receipt.digest())));
    }

    @Test
    void aJournalIsItsCandidatesAloneAndOnlyAfterTheEnd() throws Exception {
        Started other = sat.attempts.start(sat.drill(sat.papers.practice(), sat.somebody()), "", clock.instant());
        mvc.perform(get(url("/journal")).header("Authorization", "Bearer " + other.token()))
                .andExpect(status().isNotFound());
        mvc.perform(get(url("/journal"))).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/attempts/" + other.attemptId() + "/journal")
                        .header("Authorization", "Bearer " + other.token()))
                .andExpect(status().isConflict());
    }

    private String url(String rest) {
        return "/api/attempts/" + receipt.attemptId() + rest;
    }

    private void changed(String sql) {
        assertThat(jdbc.sql(sql).param("id", receipt.attemptId().value()).update())
                .isEqualTo(1);
    }
}
