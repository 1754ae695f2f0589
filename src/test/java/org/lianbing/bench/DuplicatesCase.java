package org.lianbing.bench;

import java.util.function.Consumer;

import org.lianbing.walk.PackagedServer;

/** What is alike: at import, for one new item, in the whole bank. */
final class DuplicatesCase implements BenchCase {

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String what() {
        return "what is alike; --searched=100000 --alike=1000000";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1", "512m")) {
            return new DuplicatesBench(server, data.path(), out)
                    .run((int) options.number("searched", 100_000), (int) options.number("alike", 1_000_000));
        }
    }
}
