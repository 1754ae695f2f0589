package org.lianbing.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/** The measured server's embedded database, looked at from outside. */
public final class BenchDatabase {

    private static final int PORT_LINE = 3;

    private final Path folder;

    public BenchDatabase(Path data) {
        this.folder = data.resolve("postgres");
    }

    /** PostgreSQL's first process. */
    public long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** A connection as the role that owns the schemas. */
    public Connection connect() throws IOException, SQLException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        String port =
                Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(PORT_LINE);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/lianbing".formatted(port.strip()),
                "lianbing_owner",
                Objects.requireNonNull(secrets.getProperty("owner")));
    }

    /** A setting such as {@code fsync}. */
    static String setting(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** How many transactions this database has committed; what a session did last is counted up to a second later. */
    long commits() throws IOException, SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(
                        "select xact_commit from pg_stat_database where datname = current_database()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What the journal holds of an attempt: slot and value by sequence number. */
    public static Map<Integer, String> steps(Connection connection, UUID attempt) throws SQLException {
        Map<Integer, String> steps = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select sequence, slot, value::text from attempt.response_step where attempt_id = ?")) {
            statement.setObject(1, attempt);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    steps.put(row.getInt(1), row.getInt(2) + " " + row.getString(3));
                }
            }
        }
        return steps;
    }
}
