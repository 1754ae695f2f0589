package org.lianbing.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.Sql;
import org.lianbing.notice.store.NoticeTable;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class InboxTest {

    private static final PageOf FIRST = new PageOf(0, 20);

    @Autowired
    TestCity city;

    @Autowired
    Inbox inbox;

    @Autowired
    NoticeSentences sentences;

    @Autowired
    NoticeTable table;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    private Actor worker;

    @BeforeEach
    void somebody() {
        worker = city.actor(city.enterprise(), Role.WORKER);
    }

    @Test
    void onlyTheReaderReadsAMessage() {
        Actor other = city.actor(worker.unit(), Role.WORKER);
        inbox.send(List.of(worker.person(), worker.person()), NoticeDraft.of("notice.kept", ""));
        Notice notice = inbox.of(worker, false, FIRST).rows().getFirst();
        inbox.read(other, notice.id());
        assertThat(inbox.unread(worker)).isEqualTo(1);
        assertThat(inbox.of(other, false, FIRST).total()).isZero();
        inbox.read(worker, notice.id());
        assertThat(inbox.unread(worker)).isZero();
        assertThat(inbox.of(worker, true, FIRST).rows()).isEmpty();
    }

    @Test
    void messagesAreKeptForHalfAYear() {
        inbox.send(worker.person(), NoticeDraft.of("notice.kept", ""));
        inbox.send(worker.person(), NoticeDraft.of("notice.more", ""));
        jdbc.sql("update notice.notice set at = :old where person_id = :person and code = 'notice.kept'")
                .param("old", Sql.at(clock.instant().minus(Duration.ofDays(181))))
                .param("person", worker.person().value())
                .update();
        table.forgetBefore(clock.instant().minus(NoticeKeeping.KEPT));
        assertThat(inbox.of(worker, false, FIRST).rows())
                .extracting(Notice::code)
                .containsExactly("notice.more");
    }

    @Test
    void aProgramReadsTheMessagesInItsLanguage() throws Exception {
        inbox.send(worker.person(), new NoticeDraft("notice.title.unread", List.of("3"), "谢谢", "practice"));
        String bearer = "Bearer " + token();
        mvc.perform(get("/api/notices")
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.unread").value(1))
                .andExpect(jsonPath("$.notices[0].text").value("Messages · 3 unread"))
                .andExpect(jsonPath("$.notices[0].words").value("谢谢"))
                .andExpect(jsonPath("$.notices[0].link").value("/practice"));
        mvc.perform(post("/api/notices/reading").header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(status().isNoContent());
        assertThat(inbox.unread(worker)).isZero();
        mvc.perform(get("/api/notices")).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-45", "trade:接触器", "trade:00000000-0000-0000-0000-000000000000"})
    void whatSomebodyWroteIsShownAsItIs(String stem) {
        inbox.send(worker.person(), NoticeDraft.of("call.notice.taken", "", stem));
        assertThat(sentences.of(inbox.of(worker, false, FIRST).rows().getFirst(), Locale.SIMPLIFIED_CHINESE))
                .contains("“" + stem + "”");
    }

    private String token() throws Exception {
        String username = city.enable(worker.person());
        String answer = mvc.perform(post("/api/tokens")
                        .contentType("application/json")
                        .content("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, TestCity.PASSWORD)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return answer.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }
}
