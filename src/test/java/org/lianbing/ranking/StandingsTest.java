package org.lianbing.ranking;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.base.Ids;
import org.lianbing.ranking.store.BoardTable;
import org.lianbing.ranking.store.ResultTable;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Who stands before whom, and what the public gets of it. */
@IntegrationTest
class StandingsTest {

    private static final Instant NINE = Instant.parse("2026-12-06T01:00:00Z");

    @Autowired
    Boards boards;

    @Autowired
    BoardTable table;

    @Autowired
    ResultTable results;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    /** Each contestant is written name:score/seconds/minute of handing in; the expectation is name=place. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "more points first, A:90/600/10 B:91/900/30, B=1 A=2",
        "equal points by time used, A:90/600/10 B:90/599/30, B=1 A=2",
        "equal points and time by who handed in first, A:90/600/31 B:90/600/30, B=1 A=2",
        "all equal share a place and the next is left out, A:90/600/10 B:90/600/10 C:80/100/5, A=1 B=1 C=3",
        "a fraction of a point decides, A:92.85/600/10 B:92.86/900/30, B=1 A=2",
        "nothing right is a place too, A:0/600/10 B:0/601/10, A=1 B=2"
    })
    void tiesAreResolved(String rule, String contestants, String expected) {
        BoardId board = board();
        List<BoardResult> given =
                Arrays.stream(contestants.split(" ")).map(StandingsTest::result).toList();
        results.replace(board, given);
        String places = boards.standings(board).stream()
                .map(one -> one.maskedName() + "=" + one.place())
                .collect(Collectors.joining(" "));
        assertThat(places).as(rule).isEqualTo(expected);
    }

    @Test
    void sameResultsAgainChangeNothing() {
        BoardId board = board();
        BoardResult one = result("A:90/600/10");
        assertThat(results.replace(board, List.of(one))).isTrue();
        assertThat(results.replace(board, List.of(one))).isFalse();
        assertThat(results.replace(board, List.of())).isTrue();
        assertThat(boards.standings(board)).isEmpty();
    }

    @Test
    void onePlaceIsFoundAmongAll() {
        BoardId board = board();
        BoardResult first = result("A:90/600/10");
        BoardResult second = result("B:80/600/10");
        results.replace(board, List.of(first, second));
        assertThat(boards.standing(board, second.subject()).orElseThrow().place())
                .isEqualTo(2);
        assertThat(boards.standing(board, new SubjectId(UUID.randomUUID()))).isEmpty();
        assertThat(boards.participants(board)).isEqualTo(2);
    }

    @Test
    void whatChangesWhileABoardIsRecomputedMarksItAgainAfterwards() {
        BoardId board = board();
        boards.touch(board);
        CompletableFuture<Void> touch = Objects.requireNonNull(transactions.execute(status -> {
            boards.recompute(board, NINE);
            CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> boards.touch(board));
            await().until(() -> meanwhile.isDone() || isSomebodyWaiting());
            assertThat(meanwhile).as("waits for the recomputation").isNotDone();
            return meanwhile;
        }));
        touch.join();
    }

    private boolean isSomebodyWaiting() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like 'update ranking.board set stale%'
                        """).query(Integer.class).single() > 0;
    }

    @Test
    void snapshotIsReadAtMostOnceASecondAndOnlyForANewVersion() {
        BoardId board = board();
        boards.show(board, BoardState.LIVE, NINE);
        BoardSnapshot first = boards.snapshot(board, NINE);
        results.replace(board, List.of(result("A:90/600/10")));
        table.raiseVersion(board, NINE);
        assertThat(boards.snapshot(board, NINE.plusMillis(999))).isSameAs(first);
        BoardSnapshot second = boards.snapshot(board, NINE.plusMillis(1000));
        assertThat(second.rows()).hasSize(1);
        assertThat(boards.snapshot(board, NINE.plusSeconds(5))).isSameAs(second);
    }

    @Test
    void hiddenBoardShowsNobody() throws Exception {
        BoardId board = board();
        results.replace(board, List.of(result("A:90/600/10")));
        mvc.perform(get("/api/boards/" + board))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("HIDDEN"))
                .andExpect(jsonPath("$.participants").value(0))
                .andExpect(jsonPath("$.rows").isEmpty());
    }

    @Test
    void unchangedBoardIsA304WithoutSignInOrCookie() throws Exception {
        BoardId board = board();
        results.replace(board, List.of(result("A:92.50/600/10")));
        boards.show(board, BoardState.FINAL, NINE);
        String etag =
                Objects.requireNonNull(mvc.perform(get("/api/boards/" + board).header("Accept-Language", "zh-CN"))
                        .andExpect(status().isOk())
                        .andExpect(cookie().doesNotExist("JSESSIONID"))
                        .andExpect(header().string("Cache-Control", "max-age=1, must-revalidate, public"))
                        .andExpect(jsonPath("$.rows[0].place").value(1))
                        .andExpect(jsonPath("$.rows[0].score").value(92.5))
                        .andExpect(jsonPath("$.rows[0].timeUsedSeconds").value(600))
                        .andReturn()
                        .getResponse()
                        .getHeader("ETag"));
        mvc.perform(get("/api/boards/" + board)
                        .header("Accept-Language", "zh-CN")
                        .header("If-None-Match", etag))
                .andExpect(status().isNotModified());
        mvc.perform(get("/api/boards/" + board).header("Accept-Language", "en").header("If-None-Match", etag))
                .andExpect(status().isOk());
    }

    @Test
    void unknownBoardIsNotFound() throws Exception {
        mvc.perform(get("/api/boards/" + Ids.next())).andExpect(status().isNotFound());
        mvc.perform(get("/api/boards/nonsense")).andExpect(status().isNotFound());
    }

    private BoardId board() {
        return boards.create("全市电工技能竞赛", new Subtitle("电工 · 高级工", "Electrician · Senior"), NINE);
    }

    private static BoardResult result(String text) {
        String[] parts = text.split("[:/]");
        return new BoardResult(
                new SubjectId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))),
                parts[0],
                "机车公司",
                new BigDecimal(parts[1]),
                Duration.ofSeconds(Long.parseLong(parts[2])),
                NINE.plus(Duration.ofMinutes(Long.parseLong(parts[3]))));
    }
}
