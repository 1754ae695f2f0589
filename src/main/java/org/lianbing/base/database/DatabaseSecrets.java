package org.lianbing.base.database;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

import org.lianbing.base.start.StartRefused;

/**
 * The passwords of the embedded database.
 *
 * @param superuser sets up, and is not used after that
 * @param owner owns database and schemas, and migrates
 * @param application reads and writes rows
 */
record DatabaseSecrets(String superuser, String owner, String application) {

    /** Reads the file, or draws new secrets where there is no database yet. */
    static DatabaseSecrets of(DatabaseFolder folder) throws IOException {
        if (Files.exists(folder.secrets())) {
            return read(folder);
        }
        if (folder.hasCluster()) {
            throw new StartRefused("secrets-missing", folder.secrets());
        }
        DatabaseSecrets fresh = new DatabaseSecrets(draw(), draw(), draw());
        fresh.write(folder);
        return fresh;
    }

    private static DatabaseSecrets read(DatabaseFolder folder) throws IOException {
        Properties file = new Properties();
        try (Reader reader = new StringReader(Files.readString(folder.secrets()))) {
            file.load(reader);
        }
        String superuser = file.getProperty("superuser");
        String owner = file.getProperty("owner");
        String application = file.getProperty("application");
        if (superuser == null || owner == null || application == null) {
            throw new StartRefused("secrets-missing", folder.secrets());
        }
        return new DatabaseSecrets(superuser, owner, application);
    }

    private void write(DatabaseFolder folder) throws IOException {
        Path unfinished = folder.root().resolve("secrets.unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, """
                superuser=%s
                owner=%s
                application=%s
                """.formatted(superuser, owner, application));
        DatabaseFolder.sync(unfinished);
        Files.move(unfinished, folder.secrets(), StandardCopyOption.ATOMIC_MOVE);
        DatabaseFolder.sync(folder.root());
    }

    private static String draw() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "DatabaseSecrets[…]";
    }
}
