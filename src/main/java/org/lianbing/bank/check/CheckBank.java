package org.lianbing.bank.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.springframework.context.MessageSource;

import org.lianbing.base.Texts;
import org.lianbing.base.disk.Flaw;
import org.lianbing.base.disk.Flaws;

/**
 * Reads a question bank in files, says of each set what it holds, and names whatever is wrong with file and line. Needs
 * no database: whoever writes questions runs it as they write.
 */
public final class CheckBank {

    private static final List<BankRule> RULES = List.of(
            new References(),
            new Coverage(),
            new Balance(),
            new Doubles(),
            new Templates(),
            new Drawings(),
            new Lengths(),
            new Totals());

    private CheckBank() {}

    /**
     * The command.
     *
     * @param arguments the folder; {@code --totals} writes the table of totals in its README anew
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .map(Path::of)
                .findFirst()
                .orElse(Path.of("question-bank"));
        MessageSource texts = Texts.bundled();
        BankOnDisk bank = BankOnDisk.read(folder, texts);
        if (Arrays.asList(arguments).contains("--totals")) {
            Totals.write(bank);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SetReport report = new SetReport(texts);
        bank.sets().forEach(set -> out.println(report.of(set)));
        List<Flaw> flaws = flaws(bank, texts);
        flaws.forEach(out::println);
        Counts all = Counts.of(bank.sets());
        out.println(texts.getMessage(
                "bank.check.sum",
                new Object[] {bank.sets().size(), all.items(), all.variants(), flaws.size()},
                Texts.LANGUAGES.getFirst()));
        System.exit(flaws.isEmpty() ? 0 : 1);
    }

    /** Everything that is wrong with a bank. */
    static List<Flaw> flaws(BankOnDisk bank, MessageSource texts) {
        Flaws flaws = new Flaws(texts);
        flaws.addAll(bank.flaws());
        RULES.forEach(rule -> rule.check(bank, flaws));
        return flaws.list();
    }
}
