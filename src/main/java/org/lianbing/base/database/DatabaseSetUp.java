package org.lianbing.base.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the roles and the database, as superuser; does nothing where they are there already. */
final class DatabaseSetUp {

    static final String DATABASE = "lianbing";
    static final String OWNER = "lianbing_owner";
    static final String APPLICATION = "lianbing";

    private final int port;
    private final DatabaseSecrets secrets;

    DatabaseSetUp(int port, DatabaseSecrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    void run() throws SQLException {
        try (Connection connection = superuser("postgres")) {
            if (exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                return;
            }
            makeRole(connection, OWNER, secrets.owner());
            makeRole(connection, APPLICATION, secrets.application());
            setUpTemplate();
            execute(connection, "create database %s owner %s template lianbing_template".formatted(DATABASE, OWNER));
        }
    }

    /** The database appears by its last step, so that what an interrupted start left is made anew. */
    private void setUpTemplate() throws SQLException {
        try (Connection connection = superuser("postgres")) {
            execute(connection, "drop database if exists lianbing_template");
            execute(connection, "create database lianbing_template owner " + OWNER);
        }
        try (Connection connection = superuser("lianbing_template")) {
            execute(connection, "revoke create on schema public from public");
            execute(connection, "grant all on schema public to " + OWNER);
            String forApplication = "alter default privileges for role %s grant %s to %s";
            execute(connection, forApplication.formatted(OWNER, "usage on schemas", APPLICATION));
            execute(
                    connection,
                    forApplication.formatted(OWNER, "select, insert, update, delete, maintain on tables", APPLICATION));
            execute(connection, forApplication.formatted(OWNER, "usage, select on sequences", APPLICATION));
        }
    }

    private void makeRole(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            // The password is hexadecimal and of our own making, so that it needs no quoting.
            execute(connection, "create role %s login password '%s'".formatted(name, password));
        }
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(port, database), PostgresPrograms.SUPERUSER, secrets.superuser());
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
