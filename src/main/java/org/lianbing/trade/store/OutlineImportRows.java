package org.lianbing.trade.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;
import org.lianbing.trade.editing.OutlineDraft;
import org.lianbing.trade.editing.OutlineImport;
import org.lianbing.trade.editing.OutlineImportId;

/** The tables of outlines on their way in; a draft is kept whole. */
@Repository
public class OutlineImportRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    OutlineImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(OutlineImport made) {
        jdbc.sql("""
            insert into trade.outline_import (id, file_name, person_id, made_at, changed_at)
            values (:id, :name, :person, :at, :at)
            """)
                .param("id", made.id().value())
                .param("name", made.fileName())
                .param("person", made.person().value())
                .param("at", Sql.at(made.changedAt()))
                .update();
        made.drafts().forEach(draft -> put(made.id(), draft));
    }

    /** Writes a draft, new or changed. */
    public void put(OutlineImportId id, OutlineDraft draft) {
        jdbc.sql("""
            insert into trade.outline_draft (import_id, number, trade_id, committed_id, draft)
            values (:import, :number, :trade, :committed, :draft::jsonb)
            on conflict (import_id, number) do update set trade_id = excluded.trade_id,
                committed_id = excluded.committed_id, draft = excluded.draft
            """)
                .param("import", id.value())
                .param("number", draft.number())
                .param("trade", draft.trade() == null ? null : draft.trade().value(), Types.OTHER)
                .param(
                        "committed",
                        draft.committed() == null ? null : draft.committed().value(),
                        Types.OTHER)
                .param("draft", JSON.writeValueAsString(draft))
                .update();
    }

    public void touch(OutlineImportId id, Instant now) {
        jdbc.sql("update trade.outline_import set changed_at = :now where id = :id")
                .param("id", id.value())
                .param("now", Sql.at(now))
                .update();
    }

    /** Keeps others from changing the import until the transaction ends. */
    public void lock(OutlineImportId id) {
        jdbc.sql("select 1 from trade.outline_import where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    public Optional<OutlineImport> find(OutlineImportId id) {
        return jdbc.sql("select id, file_name, person_id, changed_at from trade.outline_import where id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    /** The newest imports of a person. */
    public List<OutlineImport> of(PersonId person, int limit) {
        return jdbc.sql("""
            select id, file_name, person_id, changed_at from trade.outline_import
            where person_id = :person order by changed_at desc limit :limit
            """)
                .param("person", person.value())
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    public void delete(OutlineImportId id) {
        jdbc.sql("delete from trade.outline_import where id = :id")
                .param("id", id.value())
                .update();
    }

    private OutlineImport read(ResultSet row, int number) throws SQLException {
        OutlineImportId id = new OutlineImportId(Sql.uuid(row, "id"));
        return new OutlineImport(
                id,
                row.getString("file_name"),
                new PersonId(Sql.uuid(row, "person_id")),
                Sql.instant(row, "changed_at"),
                drafts(id));
    }

    private List<OutlineDraft> drafts(OutlineImportId id) {
        return jdbc
                .sql("select draft::text from trade.outline_draft where import_id = :import order by number")
                .param("import", id.value())
                .query(String.class)
                .list()
                .stream()
                .map(text -> JSON.readValue(text, OutlineDraft.class))
                .toList();
    }
}
