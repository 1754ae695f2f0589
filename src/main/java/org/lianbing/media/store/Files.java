package org.lianbing.media.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.base.Sql;
import org.lianbing.media.MediaFile;
import org.lianbing.media.MediaId;
import org.lianbing.media.StoredMedia;

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

    /** What the files are, without their content. */
    public Map<MediaId, StoredMedia> about(Collection<MediaId> ids) {
        return jdbc
                .sql("select hash, content_type, size from media.file where hash = any(:hashes)")
                .param("hashes", ids.stream().map(MediaId::hash).toArray(String[]::new))
                .query((row, number) -> new StoredMedia(
                        new MediaId(row.getString("hash")), row.getString("content_type"), row.getInt("size")))
                .list()
                .stream()
                .collect(Collectors.toMap(StoredMedia::id, Function.identity()));
    }

    /** A stretch of a file; the column is not compressed, so that the database reads no more than that. */
    public byte[] part(MediaId id, int from, int length) {
        return jdbc.sql("select substring(bytes from :from for :length) as part from media.file where hash = :hash")
                .param("hash", id.hash())
                .param("from", from + 1)
                .param("length", length)
                .query((row, number) -> row.getBytes("part"))
                .optional()
                .orElse(new byte[0]);
    }

    public Set<MediaId> existing(Collection<MediaId> ids) {
        return new HashSet<>(jdbc.sql("select hash from media.file where hash = any(:hashes)")
                .param("hashes", ids.stream().map(MediaId::hash).toArray(String[]::new))
                .query((row, number) -> new MediaId(row.getString("hash")))
                .list());
    }
}
