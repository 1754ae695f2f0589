package org.lianbing.attempt.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.journal.Step;
import org.lianbing.base.Sql;

/** The single step that comes with a check, inside the transaction that holds the attempt. */
@Repository
public class CheckedStepRows {

    private final JdbcClient jdbc;

    CheckedStepRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends the step; true also where the same step is there already, false where its number has other content. */
    public boolean append(Step step) {
        int inserted = jdbc.sql("""
                        insert into attempt.response_step (attempt_id, epoch, sequence, slot, value, received_at)
                        values (:attempt, :epoch, :sequence, :slot, :value::jsonb, :receivedAt)
                        on conflict do nothing
                        """)
                .param("attempt", step.attempt().value())
                .param("epoch", step.epoch())
                .param("sequence", step.sequence())
                .param("slot", step.slot())
                .param("value", step.value())
                .param("receivedAt", Sql.at(step.receivedAt()))
                .update();
        return inserted == 1 || isThere(step);
    }

    private boolean isThere(Step step) {
        return jdbc.sql("""
                        select slot = :slot and value = :value::jsonb from attempt.response_step
                        where attempt_id = :attempt and epoch = :epoch and sequence = :sequence
                        """)
                .param("attempt", step.attempt().value())
                .param("epoch", step.epoch())
                .param("sequence", step.sequence())
                .param("slot", step.slot())
                .param("value", step.value())
                .query(Boolean.class)
                .single();
    }
}
