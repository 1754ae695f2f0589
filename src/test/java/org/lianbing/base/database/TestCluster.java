package org.lianbing.base.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Reaches, for tests, what {@link EmbeddedDatabase} does not show. */
public final class TestCluster {

    private TestCluster() {}

    /** Drops the application's database in that folder; the next start makes it anew. */
    public static void empty(Path data, Path binaries) {
        DatabaseFolder folder = DatabaseFolder.under(data);
        if (!folder.hasCluster()) {
            return;
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, binaries);
                Connection connection = superuser(folder, database);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database lianbing with (force)");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Connection superuser(DatabaseFolder folder, EmbeddedDatabase database) throws SQLException, IOException {
        String url = database.url().replaceAll("/lianbing$", "/postgres");
        return DriverManager.getConnection(
                url, PostgresPrograms.SUPERUSER, DatabaseSecrets.of(folder).superuser());
    }
}
