package org.lianbing.bench;

import java.util.function.Consumer;

import org.lianbing.walk.PackagedServer;

/** A workbook of many rows under a small heap. */
final class ImportCase implements BenchCase {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String what() {
        return "a workbook of many rows under a small heap; --rows=100000";
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1", ImportedRows.HEAP)) {
            new ImportedRows(server, data.path(), (int) options.number("rows", 100_000), out).run();
            return true;
        }
    }
}
