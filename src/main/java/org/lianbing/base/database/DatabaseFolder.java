package org.lianbing.base.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.lianbing.base.start.StartRefused;

/**
 * What lies where in the folder of the embedded PostgreSQL.
 *
 * @param root {@code ${lianbing.data}/postgres}, absolute
 */
record DatabaseFolder(Path root) {

    static DatabaseFolder under(Path data) {
        return new DatabaseFolder(data.toAbsolutePath().normalize().resolve("postgres"));
    }

    /** Held for as long as this process has the database. */
    Path lock() {
        return root.resolve("lock");
    }

    /** The passwords of the three roles, readable by the owner alone. */
    Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** PostgreSQL's own data folder. */
    Path cluster() {
        return root.resolve("cluster");
    }

    /** Where a new cluster grows until it is whole; what an interrupted start left here is thrown away. */
    Path unfinishedCluster() {
        return root.resolve("cluster.unfinished");
    }

    Path versionFile() {
        return cluster().resolve("PG_VERSION");
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    /** Output of the commands that set up, start and stop the server. */
    Path commandLog() {
        return root.resolve("command.log");
    }

    boolean hasCluster() {
        return Files.exists(versionFile());
    }

    /** Makes the folder, or refuses with a sentence. */
    void create() {
        try {
            Files.createDirectories(root);
            Path probe = root.resolve("probe");
            Files.writeString(probe, "writable");
            Files.delete(probe);
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    StartRefused notWritable(IOException reason) {
        return new StartRefused(
                "folder-not-writable", root, reason.getClass().getSimpleName() + ": " + reason.getMessage());
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(folder)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** Makes a rename in this folder survive a power cut. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
