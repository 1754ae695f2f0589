package org.lianbing.paper.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.bank.ItemId;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What is asked of forms stays cheap however many drills were frozen. */
@IntegrationTest
class EmbargoRowsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EmbargoRows rows;

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

    @Test
    void whatIsClosedIsSaidByOneRowOfEachItemThatStandsInManyForms() {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            // 3,000 items in 66 or 67 of 2,000 forms each, of whom the first hundred are merely kept from practice.
            jdbc.sql("""
                    insert into paper.embargo (item_id, form_id, practice_only)
                    select item.id, form.id, item.number <= 100
                    from (select number, gen_random_uuid() as id from generate_series(1, 3000) number) item
                    join (select number, gen_random_uuid() as id from generate_series(1, 2000) number) form
                         on (item.number + form.number) % 30 = 0
                    """).update();
            jdbc.sql("analyze paper.embargo").update();
            Set<ItemId> standing = jdbc.sql("select distinct item_id from paper.embargo")
                    .query((row, number) -> new ItemId(row.getObject(1, UUID.class)))
                    .set();

            assertThat(rows.among(standing)).hasSize(3_000);
            assertThat(rows.closed(standing)).hasSize(2_900).isEqualTo(rows.all());
            UUID[] items = standing.stream().map(ItemId::value).toArray(UUID[]::new);
            assertThat(plan(EmbargoRows.ALL, items)).contains("embargo_closed").doesNotContain("Seq Scan on embargo");
            for (String asked : List.of(EmbargoRows.CLOSED, EmbargoRows.AMONG)) {
                assertThat(plan(asked, items)).doesNotContain("Seq Scan on embargo");
            }
        });
    }

    private String plan(String sql, UUID[] items) {
        JdbcClient.StatementSpec asked = jdbc.sql("explain (costs off) " + sql);
        return String.join(
                "\n",
                (sql.contains(":items") ? asked.param("items", items) : asked)
                        .query(String.class)
                        .list());
    }

    @Test
    void whatPeopleMarkIsFoundWithoutReadingAllSlots() {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            freeze(2_000, "now() + interval '1 hour'");
            jdbc.sql("update paper.form_slot set type = 'essay' where number = 50")
                    .update();
            jdbc.sql("analyze paper.form_slot").update();
            UUID[] forms = jdbc.sql("select id from paper.form order by id limit 2000")
                    .query(UUID.class)
                    .list()
                    .toArray(UUID[]::new);
            String plan = String.join(
                    "\n",
                    jdbc.sql("explain (costs off) " + FormRows.WRITTEN)
                            .param("forms", forms)
                            .query(String.class)
                            .list());
            assertThat(plan).contains("form_slot_written").doesNotContain("Seq Scan on form_slot");
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
