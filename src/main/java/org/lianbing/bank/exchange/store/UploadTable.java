package org.lianbing.bank.exchange.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Types;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;

import org.lianbing.bank.exchange.ImportId;

/** The table {@code bank.import_upload}. */
@Repository
public class UploadTable {

    /** In bytes. */
    static final int PIECE = 8 << 20;

    private final JdbcClient jdbc;

    UploadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a file, piece by piece: two of the largest at once would fill the memory of a small machine. */
    public void insert(ImportId id, int number, String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            jdbc.sql(
                            "insert into bank.import_upload (import_id, number, name, bytes) values (:id, :number, :name, :bytes)")
                    .param("id", id.value())
                    .param("number", number)
                    .param("name", name)
                    .param("bytes", new SqlBinaryValue(in, Files.size(file)), Types.VARBINARY)
                    .update();
        }
    }

    /** Whether the files of an import are still kept. */
    public boolean has(ImportId id) {
        return jdbc.sql("select exists (select from bank.import_upload where import_id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** The names of the files of an import, the one with the questions first. */
    public List<String> names(ImportId id) {
        return jdbc.sql("select name from bank.import_upload where import_id = :id order by number")
                .param("id", id.value())
                .query(String.class)
                .list();
    }

    /** Writes a file of an import, piece by piece as it was kept. */
    public void write(ImportId id, int number, OutputStream out) throws IOException {
        byte[] piece;
        int from = 1;
        do {
            piece = piece(id, number, from);
            out.write(piece);
            from += piece.length;
        } while (piece.length == PIECE);
    }

    private byte[] piece(ImportId id, int number, int from) {
        return jdbc.sql("""
                        select substring(bytes from :from for :count) from bank.import_upload
                        where import_id = :id and number = :number
                        """)
                .param("from", from)
                .param("count", PIECE)
                .param("id", id.value())
                .param("number", number)
                .query((row, place) -> row.getBytes(1))
                .single();
    }
}
