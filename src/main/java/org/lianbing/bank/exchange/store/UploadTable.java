package org.lianbing.bank.exchange.store;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportUpload;

/** The table {@code bank.import_upload}. */
@Repository
public class UploadTable {

    private final JdbcClient jdbc;

    UploadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(ImportId id, int number, ImportUpload upload) {
        jdbc.sql("insert into bank.import_upload (import_id, number, name, bytes) values (:id, :number, :name, :bytes)")
                .param("id", id.value())
                .param("number", number)
                .param("name", upload.name())
                .param("bytes", upload.bytes())
                .update();
    }

    /** Whether the files of an import are still kept. */
    public boolean has(ImportId id) {
        return jdbc.sql("select exists (select from bank.import_upload where import_id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** The files of an import, the one with the questions first. */
    public List<ImportUpload> of(ImportId id) {
        return jdbc.sql("select name, bytes from bank.import_upload where import_id = :id order by number")
                .param("id", id.value())
                .query((row, number) -> new ImportUpload(row.getString("name"), row.getBytes("bytes")))
                .list();
    }
}
