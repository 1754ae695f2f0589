package org.lianbing.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs measurements by name, or all of them: {@code answers --seconds=60 --connections=256}, {@code start
 * --people=10000 --fetching=60}, {@code search
 * --items=100000}, {@code search-elasticsearch --documents=1000000},
 * {@code duplicates --searched=100000 --alike=1000000}, {@code import --rows=100000},
 * {@code import-package --packed=10000}. Exit code 1 where one failed or
 * missed its bound.
 */
public final class Bench {

    private static final List<BenchCase> CASES = List.of(
            AnswersCase.FEW,
            AnswersCase.MANY,
            new StartCase(),
            new SubmissionsCase(),
            new SittingsCase(),
            new SweepCase(),
            new RegradeCase(),
            new ClockCase(),
            new BankCase(),
            new SearchCase(),
            new ElasticsearchCase(),
            new DuplicatesCase(),
            ImportCase.WORKBOOK,
            ImportCase.PACKAGE);

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> names = Stream.of(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        List<BenchCase> wanted = new ArrayList<>(CASES);
        wanted.removeIf(one -> !names.isEmpty() && !names.contains(one.name()));
        if (wanted.isEmpty() || wanted.size() < names.size()) {
            CASES.forEach(one -> System.err.printf("%-22s%s%n", one.name(), one.what()));
            System.exit(2);
        }
        BenchOptions options = new BenchOptions(List.of(arguments));
        boolean good = true;
        wanted.sort(Comparator.comparingInt(CASES::indexOf));
        for (BenchCase one : wanted) {
            System.out.printf("%n== %s: %s%n", one.name(), one.what());
            good &= run(one, options);
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean run(BenchCase one, BenchOptions options) throws Exception {
        try {
            return one.run(options, System.out::println);
        } catch (BenchRefused e) {
            System.out.println(e.getMessage());
            return false;
        }
    }
}
