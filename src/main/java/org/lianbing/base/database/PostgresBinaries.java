package org.lianbing.base.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

import org.lianbing.base.start.StartRefused;

/**
 * The programs of PostgreSQL, unpacked into a folder named by the hash of the archive they came in.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

    /** The major version of the archives in the build, which the files of a cluster must have. */
    static final String MAJOR_VERSION = "18";

    private static final int SYMBOLIC_EXECUTE_BITS = 0b001_001_001;

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /**
     * Unpacks the archive for this machine, unless that has been done; removes those of other versions.
     *
     * @param folder absolute and normalized, as the paths are that it is compared with
     */
    static PostgresBinaries unpack(Path folder) throws IOException {
        byte[] archive = archive();
        Path home = folder.resolve(hash(archive));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve("unfinished");
            DatabaseFolder.deleteTree(unfinished);
            extract(archive, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            removeOthers(folder, home);
        }
        return new PostgresBinaries(home);
    }

    private static byte[] archive() throws IOException {
        String name = "postgres-%s-%s.txz".formatted(system(), processor());
        try (InputStream found = resource(name)) {
            if (found == null) {
                throw new StartRefused(
                        "no-binaries", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
            }
            return found.readAllBytes();
        }
    }

    private static @Nullable InputStream resource(String name) {
        return PostgresBinaries.class.getClassLoader().getResourceAsStream(name);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.replace(' ', '-');
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }

    private static String hash(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry leaves the archive: " + entry.getName());
                }
                extract(tar, entry, path);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & SYMBOLIC_EXECUTE_BITS) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void removeOthers(Path folder, Path kept) throws IOException {
        List<Path> others;
        try (Stream<Path> found = Files.list(folder)) {
            others = found.filter(path -> !path.equals(kept)).toList();
        }
        for (Path other : others) {
            DatabaseFolder.deleteTree(other);
        }
    }
}
