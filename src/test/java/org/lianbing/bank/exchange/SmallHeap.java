package org.lianbing.bank.exchange;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.wide.SheetRow;
import org.lianbing.bank.exchange.wide.TableReader;
import org.lianbing.base.Problem;
import org.lianbing.media.PictureType;

/**
 * Reads files in a Java machine of its own that has 64 MB of heap, everything else in it included: the most that hostile
 * input may take. Each file is read twice and timed the second time, when all classes are there, by the processor's work for
 * the thread that reads: others may use the machine too.
 */
final class SmallHeap {

    private static final String HEAP = "64m";

    /**
     * What became of a file.
     *
     * @param said the code of the refusal; else {@code read}, how many questions, and what was remarked, in order
     * @param millis of the processor
     */
    record Outcome(String said, long millis) {}

    private SmallHeap() {}

    /** What becomes of each file. */
    static List<Outcome> read(List<Path> files) throws IOException, InterruptedException {
        Path out = Files.createTempFile("small-heap", ".txt");
        Path noise = Files.createTempFile("small-heap", ".log");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + HEAP,
                    "-XX:MaxDirectMemorySize=" + HEAP,
                    "-XX:+UseSerialGC",
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SmallHeap.class.getName(),
                    out.toString()));
            files.forEach(file -> command.add(file.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(noise.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(noise));
            }
            return Files.readAllLines(out).stream()
                    .map(line -> line.split("\t"))
                    .map(parts -> new Outcome(parts[0], Long.parseLong(parts[1])))
                    .toList();
        } finally {
            Files.delete(out);
            Files.delete(noise);
        }
    }

    /** The other machine. */
    public static void main(String[] args) throws IOException {
        Formats formats = formats();
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            Upload file = new Upload(Path.of(args[i]).getFileName().toString(), Path.of(args[i]));
            String first = said(formats, file);
            long began = worked();
            String second = said(formats, file);
            long millis = (worked() - began) / 1_000_000;
            lines.add((first.equals(second) ? second : first + " / " + second) + "\t" + millis);
        }
        Files.write(Path.of(args[0]), lines, StandardCharsets.UTF_8);
    }

    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Formats formats() {
        GenericApplicationContext context = new GenericApplicationContext();
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(FormatReader.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(TableReader.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(Formats.class));
        scanner.scan(Formats.class.getPackageName());
        context.refresh();
        return context.getBean(Formats.class);
    }

    private static String said(Formats formats, Upload file) {
        Counting counting = new Counting();
        try {
            switch (formats.of(file)) {
                case Formats.Way.Table table -> table.reader().read(file, counting, counting);
                case Formats.Way.Questions questions -> questions.reader().read(file, counting, counting::question);
            }
            return ("read " + counting.questions + " " + String.join(" ", counting.remarks)).strip();
        } catch (Problem problem) {
            return problem.code();
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return e.toString();
        }
    }

    /** Holds nothing of what is found but its number and the codes of remarks. */
    private static final class Counting implements TableReader.Found, Pictures {
        private int questions;
        private final TreeSet<String> remarks = new TreeSet<>();

        @Override
        public void row(SheetRow row) {
            questions++;
            row.problems().forEach(problem -> remarks.add(problem.code()));
        }

        @Override
        public void question(Question question) {
            questions++;
            switch (question) {
                case Question.Read read -> read.remarks().forEach(remark -> remarks.add(remark.code()));
                case Question.Unread unread -> remarks.add(unread.reason().code());
            }
        }

        @Override
        public void note(ImportProblem note) {
            remarks.add(note.code());
        }

        @Override
        public String keep(String name, byte[] bytes) {
            if (PictureType.of(bytes).isEmpty()) {
                throw Problem.invalid("exchange.picture-type", name);
            }
            return "media:" + "0".repeat(64);
        }
    }
}
