package org.lianbing.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.walk.PackagedServer;

/** The heap that sittings in progress hold, when their connections are closed and nobody types. */
final class SittingsCase implements BenchCase {

    private static final double SECONDS = 60;
    private static final double BOUND = 200;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    @Override
    public String name() {
        return "sittings";
    }

    @Override
    public String what() {
        return "heap held by sittings in progress, idle connections closed; --people=10000";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        int people = (int) options.number("people", 10_000);
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1").started();
                BenchHall hall = new BenchHall(server, data.path(), people, out)) {
            double idle = heap(server.pid());
            hall.once(hall.contestants(), SECONDS, Contestant::open);
            hall.once(hall.contestants(), SECONDS, Contestant::answerAllAt);
            double busy = heap(server.pid());
            hall.leave();
            double held = heap(server.pid());
            boolean kept = held - idle <= BOUND && hall.errors() == 0;
            out.accept("heap            %.0f MB idle, %.0f MB with all connections open, %d errors"
                    .formatted(idle, busy, hall.errors()));
            out.accept("held            %.0f MB beyond idle by %,d sittings in progress, bound %.0f MB: %s"
                    .formatted(held - idle, people, BOUND, kept ? "kept" : "MISSED"));
            return kept;
        }
    }

    /** What is in use after a full collection, in megabytes. */
    private static double heap(long pid) throws IOException, InterruptedException {
        command(pid, "GC.run");
        Matcher used = USED.matcher(command(pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IOException("no heap to see");
        }
        return Long.parseLong(used.group(1)) / 1024.0;
    }

    private static String command(long pid, String command) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(tool, String.valueOf(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
