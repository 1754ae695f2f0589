package org.lianbing.bank.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.review.Remark;
import org.lianbing.bank.review.RemarkId;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The table {@code bank.remark}. */
@Repository
public class RemarkRows {

    private static final String SELECT = """
            select remark.id, remark.item_id, remark.version_id, version.number, remark.person_id, remark.at,
                remark.kind, remark.text, remark.answers_id, remark.resolved_at, remark.resolved_by
            from bank.remark join bank.item_version version on version.id = remark.version_id
            """;

    private final JdbcClient jdbc;

    RemarkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Remark remark) {
        jdbc.sql("""
                        insert into bank.remark (id, item_id, version_id, person_id, at, kind, text, answers_id,
                            resolved_at, resolved_by)
                        values (:id, :item, :version, :person, :at, :kind, :text, :answers, :resolvedAt, :resolvedBy)
                        """)
                .param("id", remark.id().value())
                .param("item", remark.item().value())
                .param("version", remark.version().value())
                .param("person", remark.person().value())
                .param("at", Sql.at(remark.at()))
                .param("kind", remark.kind().name())
                .param("text", remark.text())
                .param(
                        "answers",
                        remark.answers() == null ? null : remark.answers().value(),
                        Types.OTHER)
                .param("resolvedAt", Sql.atOrNull(remark.resolvedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("resolvedBy", value(remark.resolvedBy()), Types.OTHER)
                .update();
    }

    /** Everything said about an item, oldest first. */
    public List<Remark> of(ItemId item) {
        return jdbc.sql(SELECT + " where remark.item_id = :item order by remark.at, remark.id")
                .param("item", item.value())
                .query(RemarkRows::row)
                .list();
    }

    public Optional<Remark> find(RemarkId id) {
        return jdbc.sql(SELECT + " where remark.id = :id")
                .param("id", id.value())
                .query(RemarkRows::row)
                .optional();
    }

    /** Settles a remark, or opens it again where nobody is given. */
    public void resolve(RemarkId id, @Nullable Instant at, @Nullable PersonId by) {
        jdbc.sql("update bank.remark set resolved_at = :at, resolved_by = :by where id = :id")
                .param("id", id.value())
                .param("at", Sql.atOrNull(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", value(by), Types.OTHER)
                .update();
    }

    /** What was said last when a version of the item was sent back. */
    public Optional<String> lastSentBack(ItemId item) {
        return jdbc.sql("""
                        select text from bank.remark where item_id = :item and kind = 'SENT_BACK'
                        order by at desc, id desc limit 1
                        """).param("item", item.value()).query(String.class).optional();
    }

    /** Whether something said about the version is open. */
    public boolean anyOpen(ItemVersionId version) {
        return jdbc.sql("""
                        select exists (select 1 from bank.remark
                            where version_id = :version and answers_id is null and resolved_at is null)
                        """)
                .param("version", version.value())
                .query(Boolean.class)
                .single();
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private static Remark row(ResultSet row, int number) throws SQLException {
        UUID answers = Sql.uuidOrNull(row, "answers_id");
        UUID resolvedBy = Sql.uuidOrNull(row, "resolved_by");
        return new Remark(
                new RemarkId(Sql.uuid(row, "id")),
                new ItemId(Sql.uuid(row, "item_id")),
                new ItemVersionId(Sql.uuid(row, "version_id")),
                row.getInt("number"),
                new PersonId(Sql.uuid(row, "person_id")),
                Sql.instant(row, "at"),
                Remark.Kind.valueOf(row.getString("kind")),
                row.getString("text"),
                answers == null ? null : new RemarkId(answers),
                Sql.instantOrNull(row, "resolved_at"),
                resolvedBy == null ? null : new PersonId(resolvedBy));
    }
}
