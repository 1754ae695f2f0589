package org.lianbing.base.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.lianbing.base.start.StartRefused;

/**
 * PostgreSQL refuses to run as root. This is what stands before its programs on the command line so that it is not.
 *
 * @param prefix empty for an ordinary user
 * @param user the number of the user and group that must own the files, or -1 where ours may stay
 */
record RunAs(List<String> prefix, int user) {

    private static final int ROOT = 0;
    private static final int OURS = -1;

    /** {@code nobody}: on every Linux, and PostgreSQL wants a user that has a name. */
    private static final int NOBODY = 65534;

    /**
     * A user namespace without a mapping is preferred, since in it our own files stay ours. Where containers forbid
     * it, the files are given to another user; and a cluster that has another owner is run as that owner.
     */
    static RunAs choose(DatabaseFolder folder) throws IOException {
        if (!isRoot()) {
            return new RunAs(List.of(), OURS);
        }
        int owner = folder.hasCluster() ? owner(folder.cluster()) : ROOT;
        RunAs namespace = new RunAs(List.of("unshare", "--user"), OURS);
        if (owner == ROOT && namespace.works()) {
            return namespace;
        }
        int user = owner == ROOT ? NOBODY : owner;
        RunAs other = new RunAs(
                List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--inh-caps=-all"), user);
        if (other.works()) {
            return other;
        }
        throw new StartRefused("root");
    }

    /** Gives a file or folder to the user that PostgreSQL runs as. */
    void give(Path path) throws IOException {
        if (user != OURS) {
            Files.setAttribute(path, "unix:gid", user);
            Files.setAttribute(path, "unix:uid", user);
        }
    }

    private boolean works() throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process probe = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
