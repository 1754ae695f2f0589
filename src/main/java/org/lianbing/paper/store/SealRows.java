package org.lianbing.paper.store;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Sql;
import org.lianbing.paper.FormId;
import org.lianbing.paper.FormSeal;

/** The table {@code paper.form_seal}. */
@Repository
public class SealRows {

    private final JdbcClient jdbc;

    SealRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a form is sealed with, where it was sealed. */
    public Optional<FormSeal> find(FormId form) {
        return jdbc.sql("select seal_key, nonce from paper.form_seal where form_id = :form")
                .param("form", form.value())
                .query((row, number) -> new FormSeal(row.getBytes("seal_key"), row.getBytes("nonce")))
                .optional();
    }

    /** Keeps a seal, unless the form has one. */
    public void insert(FormId form, FormSeal seal, Instant now) {
        jdbc.sql("""
                        insert into paper.form_seal (form_id, seal_key, nonce, made_at)
                        values (:form, :key, :nonce, :now)
                        on conflict do nothing
                        """)
                .param("form", form.value())
                .param("key", seal.key())
                .param("nonce", seal.nonce())
                .param("now", Sql.at(now))
                .update();
    }
}
