package org.lianbing.bench;

import java.util.function.Consumer;

import org.lianbing.walk.PackagedServer;

/** Answers saved a second, and none lost after {@code kill -9}. */
final class AnswersCase implements BenchCase {

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public String what() {
        return "answers saved a second; --seconds=20 --connections=256";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        double seconds = options.number("seconds", 20);
        int connections = (int) options.number("connections", 256);
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1")) {
            return new SavedAnswers(server, data.path(), connections, seconds, out).run() == 0;
        }
    }
}
