package org.lianbing.bench;

import java.util.function.Consumer;

import org.lianbing.walk.PackagedServer;

/** Ten thousand sealed papers fetched in a minute, then ten thousand starts at one instant. */
final class StartCase implements BenchCase {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String what() {
        return "sealed papers fetched, then everybody starts at one instant; --people=10000 --fetching=60 --again=0";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        int people = (int) options.number("people", 10_000);
        double fetching = options.number("fetching", 60);
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1").started()) {
            int again = (int) options.number("again", 0);
            return new NineOClock(server, data.path(), people, fetching, again, out).run();
        }
    }
}
