package org.lianbing.media.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Sql;
import org.lianbing.media.MediaFile;
import org.lianbing.media.MediaId;

/** The table {@code media.file}. */
@Repository
public class Files {

    private final JdbcClient jdbc;

    Files(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a file; the same content again changes nothing. */
    public void add(MediaFile file, Instant now) {
        jdbc.sql("""
                        insert into media.file (hash, content_type, size, bytes, stored_at)
                        values (:hash, :type, :size, :bytes, :at)
                        on conflict (hash) do nothing
                        """)
                .param("hash", file.id().hash())
                .param("type", file.contentType())
                .param("size", file.bytes().length)
                .param("bytes", file.bytes())
                .param("at", Sql.at(now))
                .update();
    }

    public Optional<MediaFile> find(MediaId id) {
        return jdbc.sql("select hash, content_type, bytes from media.file where hash = :hash")
                .param("hash", id.hash())
                .query((row, number) -> new MediaFile(
                        new MediaId(row.getString("hash")), row.getString("content_type"), row.getBytes("bytes")))
                .optional();
    }

    public Set<MediaId> existing(Collection<MediaId> ids) {
        return new HashSet<>(jdbc.sql("select hash from media.file where hash = any(:hashes)")
                .param("hashes", ids.stream().map(MediaId::hash).toArray(String[]::new))
                .query((row, number) -> new MediaId(row.getString("hash")))
                .list());
    }
}
