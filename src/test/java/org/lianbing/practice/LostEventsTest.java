package org.lianbing.practice;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.SlotChecked;
import org.lianbing.attempt.Started;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.paper.Forms;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An answer whose event was lost in a crash is told again: what the application does at each start. */
@IntegrationTest
class LostEventsTest {

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Drills drills;

    @Autowired
    Attempts attempts;

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IncompleteEventPublications publications;

    @Autowired
    MockMvc mvc;

    @Test
    void anAnswerThatWasNotTakenUpIsTakenUpLater() throws Exception {
        Actor worker = city.actor(city.enterprise(), Role.WORKER);
        Started started = drills.start(
                worker,
                new DrillRequest.Fresh(trades.find("electrician").orElseThrow().id(), Level.SENIOR, 3),
                "",
                Locale.SIMPLIFIED_CHINESE);
        new Sitter(mvc, attempts, forms, started).answer(1, false);
        await().until(() -> drills.today(worker).answered() == 1 && completed(started) == 1);

        forget(started);
        assertThat(drills.today(worker).answered()).isZero();
        publications.resubmitIncompletePublications(publication -> publication.getEvent() instanceof SlotChecked checked
                && checked.attempt().equals(started.attemptId()));

        await().until(() -> drills.today(worker).answered() == 1);
    }

    private int completed(Started started) {
        return jdbc.sql("""
                        select count(*) from events.event_publication
                        where completion_date is not null and serialized_event like :attempt
                        """)
                .param("attempt", "%" + started.attemptId() + "%")
                .query(Integer.class)
                .single();
    }

    private void forget(Started started) {
        jdbc.sql("delete from practice.answer where attempt_id = :attempt")
                .param("attempt", started.attemptId().value())
                .update();
        int lost =
                jdbc.sql("""
                        update events.event_publication set completion_date = null, status = 'PUBLISHED'
                        where serialized_event like :attempt
                        """).param("attempt", "%" + started.attemptId() + "%").update();
        assertThat(lost).isOne();
    }
}
