package org.lianbing.base.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lianbing.base.start.StartRefused;

/**
 * The PostgreSQL that the application brings along, for a site without a database server. Durable: what was committed
 * is there after {@code kill -9} of the application, of the database or of both.
 *
 * <p>It runs from construction to {@link #close()}; where it ends by itself in between, it is started again. Whatever
 * uses it must depend on it as a bean, so that it starts first and stops last.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Between our look for a free port and the server's grip on it another program may take it. */
    private static final int TRIES_FOR_A_PORT = 3;

    private final FolderLock lock;
    private final PostgresPrograms programs;
    private final DatabaseSecrets secrets;
    private final int port;
    private final ServerWatch watch;

    /**
     * Starts it, or refuses with a sentence.
     *
     * @param data the application's data folder, in which a folder {@code postgres} is ours
     */
    public static EmbeddedDatabase start(Path data) {
        DatabaseFolder folder = DatabaseFolder.under(data);
        return start(folder, folder.binaries());
    }

    /** As {@link #start(Path)}, with the programs unpacked elsewhere, where several data folders share them. */
    public static EmbeddedDatabase start(Path data, Path binaries) {
        return start(DatabaseFolder.under(data), binaries.toAbsolutePath().normalize());
    }

    private static EmbeddedDatabase start(DatabaseFolder folder, Path binaries) {
        folder.create();
        FolderLock lock = FolderLock.take(folder);
        try {
            return new EmbeddedDatabase(folder, binaries, lock);
        } catch (IOException e) {
            release(lock);
            throw folder.notWritable(e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private EmbeddedDatabase(DatabaseFolder folder, Path binaries, FolderLock lock) throws IOException {
        this.lock = lock;
        checkVersion(folder);
        this.secrets = DatabaseSecrets.of(folder);
        this.programs = new PostgresPrograms(folder, PostgresBinaries.unpack(binaries), RunAs.choose(folder));
        Leftovers leftovers = new Leftovers(folder);
        if (folder.hasCluster()) {
            leftovers.stop(programs);
        } else {
            log.info("Making a new database in {}", folder.root());
            programs.makeCluster(secrets.superuser());
        }
        this.port = startServer();
        setUp();
        this.watch = ServerWatch.begin(programs, leftovers, port);
    }

    private static void checkVersion(DatabaseFolder folder) throws IOException {
        if (folder.hasCluster()) {
            String found = Files.readString(folder.versionFile()).strip();
            if (!found.equals(PostgresBinaries.MAJOR_VERSION)) {
                throw new StartRefused("other-version", folder.root(), found, PostgresBinaries.MAJOR_VERSION);
            }
        }
    }

    private int startServer() throws IOException {
        for (int i = 0; i < TRIES_FOR_A_PORT; i++) {
            int candidate = freePort();
            if (programs.start(candidate)) {
                return candidate;
            }
        }
        throw programs.didNotStart();
    }

    private void setUp() throws IOException {
        try {
            new DatabaseSetUp(port, secrets).run();
        } catch (SQLException e) {
            programs.stop();
            throw new IllegalStateException("The embedded database cannot be set up", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** The address of the application's database. */
    public String url() {
        return DatabaseSetUp.url(port, DatabaseSetUp.DATABASE);
    }

    /** Reads and writes rows; no superuser, owns nothing. */
    public Login application() {
        return new Login(DatabaseSetUp.APPLICATION, secrets.application());
    }

    /** Owns the database and its schemas: for migrations. */
    public Login owner() {
        return new Login(DatabaseSetUp.OWNER, secrets.owner());
    }

    /** Stops the server, then lets the folder go. */
    @Override
    public void close() {
        watch.close();
        try {
            if (!programs.stop()) {
                log.warn("The embedded database did not stop in time; the next start will stop it");
            }
        } catch (IOException e) {
            log.warn("The embedded database could not be stopped; the next start will stop it", e);
        } finally {
            release(lock);
        }
    }

    private static void release(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("The lock of the data folder could not be released", e);
        }
    }

    /** A role of the database with its password. */
    public record Login(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }
}
