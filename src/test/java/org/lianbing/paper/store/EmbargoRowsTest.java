package org.lianbing.paper.store;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What is asked of forms stays cheap however many drills were frozen. */
@IntegrationTest
class EmbargoRowsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void papersThatAreOutAreCountedWithoutReadingTheSlotsOfDrills() {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            freeze(1_200, "now()");
            freeze(1_000, "now() + interval '1 hour'");
            jdbc.sql("analyze paper.form").update();
            jdbc.sql("analyze paper.form_slot").update();
            String plan = String.join(
                    "\n",
                    jdbc.sql("explain (costs off) " + EmbargoRows.PAPERS_OUT)
                            .param("versions", new UUID[] {UUID.randomUUID(), UUID.randomUUID()})
                            .query(String.class)
                            .list());
            assertThat(plan).contains("form_slot_pkey", "form_of_exam").doesNotContain("Seq Scan on form_slot");
        });
    }

    /** Forms with fifty slots each. */
    private void freeze(int forms, String released) {
        jdbc.sql("""
                with frozen as (
                    insert into paper.form (id, title, max_score, rendered, etag, frozen_at, released_at)
                    select gen_random_uuid(), '', 50, '', '', now(), %s from generate_series(1, :forms)
                    returning id)
                insert into paper.form_slot (form_id, number, section, item_id, item_version_id, type, trade_id,
                                             points, max_score, tokens, authored, answer_key)
                select id, number, 1, gen_random_uuid(), gen_random_uuid(), 'true-false', gen_random_uuid(),
                       '{}', 1, '[]', '{}', '{}'
                from frozen, generate_series(1, 50) number
                """.formatted(released)).param("forms", forms).update();
    }
}
