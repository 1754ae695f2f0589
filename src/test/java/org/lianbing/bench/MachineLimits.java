package org.lianbing.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the machine can do at most, measured in the same run, so that a number means something elsewhere. */
final class MachineLimits {

    private static final int BLOCK = 8192;
    private static final int ROWS = 500;

    private MachineLimits() {}

    /** Blocks of 8 KB written and forced to disk one after the other, a second. */
    static double fsyncs(Path folder, double seconds) throws IOException {
        Path file = Files.createTempFile(folder, "fsync", ".probe");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return perSecond(seconds, 1, () -> {
                channel.write(ByteBuffer.allocate(BLOCK), 0);
                channel.force(false);
            });
        } finally {
            Files.delete(file);
        }
    }

    /** Rows of a journal's shape that one connection inserts, 500 to a durable commit, a second. */
    static double insertedRows(Connection connection, double seconds) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists attempt.bench_probe");
            statement.execute("create table attempt.bench_probe (like attempt.response_step including all)");
            UUID attempt = UUID.randomUUID();
            int[] next = {0};
            double rows;
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into attempt.bench_probe (attempt_id, epoch, sequence, slot, value, received_at)
                    select ?, 1, s, 1, '"AAAAAAAAAAAA"'::jsonb, '2026-11-20T01:00:00Z' from unnest(?::int[]) as s
                    """)) {
                rows = perSecond(seconds, ROWS, () -> {
                    insert.setObject(1, attempt);
                    Integer[] numbers =
                            IntStream.range(next[0], next[0] += ROWS).boxed().toArray(Integer[]::new);
                    insert.setArray(2, connection.createArrayOf("int4", numbers));
                    insert.executeUpdate();
                });
            }
            statement.execute("drop table attempt.bench_probe");
            return rows;
        }
    }

    private interface Probe {
        void run() throws IOException, SQLException;
    }

    private static double perSecond(double seconds, int each, Probe probe) throws IOException {
        long start = System.nanoTime();
        long done = 0;
        double elapsed = 0;
        while (elapsed < seconds) {
            try {
                probe.run();
            } catch (SQLException e) {
                throw new IOException(e);
            }
            done += each;
            elapsed = (System.nanoTime() - start) / 1e9;
        }
        return done / elapsed;
    }
}
