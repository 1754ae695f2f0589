package org.lianbing.bank.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lianbing.bank.ItemType;
import org.lianbing.base.Level;
import org.lianbing.base.disk.Flaws;

/** The table of all sets in the README of the bank: written by the machine, and checked to be that of the files. */
final class Totals implements BankRule {

    private static final String FILE = "README.md";
    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- totals -->\n).*?(<!-- /totals -->)");

    private static final List<ItemType> OWN_COLUMNS =
            List.of(ItemType.TRUE_FALSE, ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE);

    @Override
    public void check(BankOnDisk bank, Flaws flaws) {
        try {
            String text = Files.readString(bank.folder().resolve(FILE));
            if (!text.equals(with(text, bank))) {
                flaws.add(FILE, 0, "bank.check.totals");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings the table up to date. */
    static void write(BankOnDisk bank) throws IOException {
        Path file = bank.folder().resolve(FILE);
        Files.writeString(file, with(Files.readString(file), bank));
    }

    private static String with(String text, BankOnDisk bank) {
        return TABLE.matcher(text).replaceFirst("$1" + Matcher.quoteReplacement(table(bank)) + "$2");
    }

    private static String table(BankOnDisk bank) {
        Comparator<SetOnDisk> order = Comparator.comparing(set -> set.entry().code());
        return """
            | | items | 判断 | 单选 | 多选 | other | 初级 | 中级 | 高级 | 计算 | variants |
            |---|---|---|---|---|---|---|---|---|---|---|
            """
                + Stream.concat(
                                rows(bank, order, SetOnDisk::isTrade, "trades"),
                                rows(bank, order, set -> !set.isTrade(), "foundations"))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static Stream<String> rows(
            BankOnDisk bank, Comparator<SetOnDisk> order, Predicate<SetOnDisk> kind, String name) {
        List<SetOnDisk> sets = bank.sets().stream().filter(kind).sorted(order).toList();
        return Stream.concat(
                sets.stream()
                        .map(set -> row(set.entry().code() + " " + set.entry().name(), Counts.of(List.of(set)))),
                Stream.of(row("**" + sets.size() + " " + name + "**", Counts.of(sets))));
    }

    private static String row(String name, Counts counts) {
        int own = OWN_COLUMNS.stream().mapToInt(counts::of).sum();
        return Stream.of(
                        name,
                        counts.items(),
                        counts.of(ItemType.TRUE_FALSE),
                        counts.of(ItemType.SINGLE_CHOICE),
                        counts.of(ItemType.MULTIPLE_CHOICE),
                        counts.items() - own,
                        counts.of(Level.JUNIOR),
                        counts.of(Level.INTERMEDIATE),
                        counts.of(Level.SENIOR),
                        counts.templates(),
                        counts.variants())
                .map(String::valueOf)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
