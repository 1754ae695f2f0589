package org.lianbing.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * In what shape the documents of each collection were last written as a whole. Whoever owns a collection and begins to
 * make its documents otherwise writes all of them anew at the next start.
 */
@Service
public class DocumentShapes {

    private final JdbcClient jdbc;

    DocumentShapes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether all documents have this shape already. */
    @Transactional(readOnly = true)
    public boolean has(String collection, int shape) {
        return jdbc.sql("select exists (select 1 from search.collection where name = :name and shape = :shape)")
                .param("name", collection)
                .param("shape", shape)
                .query(Boolean.class)
                .single();
    }

    /** Remembers that they have. */
    @Transactional
    public void written(String collection, int shape) {
        jdbc.sql("""
            insert into search.collection (name, shape) values (:name, :shape)
            on conflict (name) do update set shape = excluded.shape
            """).param("name", collection).param("shape", shape).update();
    }
}
