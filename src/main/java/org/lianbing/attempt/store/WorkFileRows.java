package org.lianbing.attempt.store;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.WorkFile;
import org.lianbing.attempt.WorkFileId;
import org.lianbing.attempt.WorkFileType;
import org.lianbing.base.PersonId;
import org.lianbing.base.Sql;

/** The table {@code attempt.work_file}. */
@Repository
public class WorkFileRows {

    private final JdbcClient jdbc;
    private final JdbcOperations statements;

    WorkFileRows(JdbcClient jdbc, JdbcOperations statements) {
        this.jdbc = jdbc;
        this.statements = statements;
    }

    /**
     * What an attempt holds.
     *
     * @param files how many
     * @param bytes together
     */
    public record Held(int files, long bytes) {}

    /** What it holds; nobody else adds to it until the end of the transaction. */
    public Held hold(AttemptId attempt) {
        lock("attempt.work_file " + attempt);
        return jdbc.sql("""
                        select count(*) as files, coalesce(sum(size), 0) as bytes
                        from attempt.work_file where attempt_id = :attempt
                        """)
                .param("attempt", attempt.value())
                .query((row, number) -> new Held(row.getInt("files"), row.getLong("bytes")))
                .single();
    }

    /** Bytes that a person holds over all attempts of practice; they add to none until the end of the transaction. */
    public long holdPractice(PersonId person) {
        lock("attempt.work_file of " + person);
        return jdbc.sql("""
                        select coalesce(sum(file.size), 0)
                        from attempt.attempt practised
                        join attempt.work_file file on file.attempt_id = practised.id
                        where practised.person_id = :person and practised.behaviour = 'IMMEDIATE'
                        """).param("person", person.value()).query(Long.class).single();
    }

    private void lock(String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", name)
                .query((row, number) -> true)
                .list();
    }

    /** Adds a file. The content goes through piece by piece. */
    public void add(WorkFile file, InputStream content) {
        statements.update("""
                insert into attempt.work_file
                    (attempt_id, hash, type, size, width, height, received_at, content)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            statement.setObject(1, file.attempt().value());
            statement.setString(2, file.id().hash());
            statement.setString(3, file.type().name());
            statement.setInt(4, file.size());
            statement.setInt(5, file.width());
            statement.setInt(6, file.height());
            statement.setObject(7, Sql.at(file.receivedAt()));
            statement.setBinaryStream(8, content, file.size());
        });
    }

    /** A file of an attempt. */
    public Optional<WorkFile> find(AttemptId attempt, WorkFileId id) {
        return all(attempt, List.of(id)).stream().findFirst();
    }

    /** Those of the files that the attempt has. */
    public List<WorkFile> all(AttemptId attempt, Collection<WorkFileId> ids) {
        return jdbc.sql("""
                        select attempt_id, hash, type, size, width, height, received_at
                        from attempt.work_file where attempt_id = :attempt and hash = any (:hashes)
                        """)
                .param("attempt", attempt.value())
                .param("hashes", ids.stream().map(WorkFileId::hash).toArray(String[]::new))
                .query(WorkFileRows::file)
                .list();
    }

    /** The hashes of those that the attempt has. */
    public Set<WorkFileId> existing(AttemptId attempt, Collection<WorkFileId> ids) {
        return all(attempt, ids).stream().map(WorkFile::id).collect(Collectors.toSet());
    }

    /** A stretch of a file; the column is not compressed, so that the database reads no more than that. */
    public byte[] part(WorkFile file, int from, int length) {
        return jdbc.sql("""
                        select substring(content from :from for :length) as part
                        from attempt.work_file where attempt_id = :attempt and hash = :hash
                        """)
                .param("from", from + 1)
                .param("length", length)
                .param("attempt", file.attempt().value())
                .param("hash", file.id().hash())
                .query((row, number) -> row.getBytes("part"))
                .optional()
                .orElse(new byte[0]);
    }

    private static WorkFile file(ResultSet row, int number) throws SQLException {
        return new WorkFile(
                new AttemptId(Sql.uuid(row, "attempt_id")),
                new WorkFileId(row.getString("hash")),
                WorkFileType.valueOf(row.getString("type")),
                row.getInt("size"),
                row.getInt("width"),
                row.getInt("height"),
                Sql.instant(row, "received_at"));
    }
}
