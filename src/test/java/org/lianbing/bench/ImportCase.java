package org.lianbing.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.lianbing.walk.PackagedServer;

/**
 * The import of one file with many questions.
 *
 * @param name what it is called on the command line
 * @param what what is measured
 * @param option how many questions are asked for by
 * @param usual how many they are otherwise
 * @param maker writes the file
 */
record ImportCase(String name, String what, String option, int usual, Maker maker) implements BenchCase {

    /** A workbook of many rows. */
    static final ImportCase WORKBOOK = new ImportCase(
            "import",
            "a workbook of many rows under a small heap; --rows=100000",
            "rows",
            100_000,
            (questions, folder) -> questions.workbook(folder));

    /** A package of many items. */
    static final ImportCase PACKAGE = new ImportCase(
            "import-package",
            "a content package of many QTI items under a small heap; --packed=10000",
            "packed",
            10_000,
            (questions, folder) -> questions.contentPackage(folder));

    /** Writes a file into a folder. */
    interface Maker {
        Path make(ManyQuestions questions, Path folder) throws IOException;
    }

    @Override
    public boolean run(BenchOptions options, Consumer<String> out) throws Exception {
        try (BenchFolder data = BenchFolder.make();
                PackagedServer server = new PackagedServer(data.path(), "127.0.0.1", ImportedFile.HEAP)) {
            ManyQuestions questions = new ManyQuestions((int) options.number(option, usual));
            return new ImportedFile(server, data.path(), maker.make(questions, data.path()), out).run();
        }
    }
}
