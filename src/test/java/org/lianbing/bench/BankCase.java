package org.lianbing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.lianbing.walk.PackagedServer;

/** How long the repository's question bank takes to load into an empty database, and to be found unchanged. */
final class BankCase implements BenchCase {

    private static final Pattern LOADED = Pattern.compile("Question bank .*: (\\d+) items, (\\d+) new, .* (\\d+) ms");

    @Override
    public String name() {
        return "bank";
    }

    @Override
    public String what() {
        return "the question bank on disk at a first and at a second start";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        try (BenchFolder data = BenchFolder.make()) {
            start(data.path());
            start(data.path());
            List<MatchResult> loads = loads(data.path());
            MatchResult first = loads.getFirst();
            MatchResult second = loads.getLast();
            out.accept("empty database   %s items, %s new, in %s ms (at most 20 000)"
                    .formatted(first.group(1), first.group(2), first.group(3)));
            out.accept("unchanged        %s items, %s new, in %s ms (at most 1 000)"
                    .formatted(second.group(1), second.group(2), second.group(3)));
            return Integer.parseInt(first.group(3)) <= 20_000 && Integer.parseInt(second.group(3)) <= 1_000;
        }
    }

    private static void start(Path data) throws IOException {
        try (PackagedServer server = new PackagedServer(data, "127.0.0.1")) {
            server.start();
        }
    }

    private static List<MatchResult> loads(Path data) throws IOException {
        return LOADED.matcher(Files.readString(data.resolve("server.log")))
                .results()
                .toList();
    }
}
