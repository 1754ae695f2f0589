package org.lianbing.bank.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.bank.exchange.wide.TableReader;
import org.lianbing.base.Problem;

/** All formats that can be read; a file's own is told from what is in it. */
@Component
class Formats {

    /** A way to read a file. */
    sealed interface Way {
        String format();

        /** Row by row. */
        record Table(TableReader reader) implements Way {
            @Override
            public String format() {
                return reader.format();
            }
        }

        /** Question by question. */
        record Questions(FormatReader reader) implements Way {
            @Override
            public String format() {
                return reader.format();
            }
        }
    }

    private static final int OLD_WORD = 8;
    /** Formats that take the answers from a second file. */
    private static final Set<String> WITH_ANSWERS = Set.of("docx", "text");

    private static final Pattern ANSWERS = Pattern.compile("答案|解析|(?i:answer|\\bkey)");

    private final List<Way> ways;

    /** Tables first: a heading with columns is surer than the looks of a text. */
    Formats(List<FormatReader> readers, List<TableReader> tables) {
        List<Way> all = new ArrayList<>();
        tables.stream().map(Way.Table::new).forEach(all::add);
        readers.stream().map(Way.Questions::new).forEach(all::add);
        this.ways = List.copyOf(all);
    }

    /** The names of all formats. */
    List<String> names() {
        return ways.stream().map(Way::format).toList();
    }

    /** The way of that name. */
    Optional<Way> named(String format) {
        return ways.stream().filter(way -> way.format().equals(format)).findFirst();
    }

    /**
     * The way to read a file.
     *
     * @throws Problem where nobody can, with a sentence on what to do
     */
    Way of(Upload file) throws IOException {
        if (Files.size(file.path()) == 0) {
            throw Problem.invalid("exchange.file-empty");
        }
        Way way = byContent(file);
        if (!file.beside().isEmpty() && !WITH_ANSWERS.contains(way.format())) {
            throw Problem.invalid(
                    "exchange.answers-unused", file.beside().getFirst().name());
        }
        return way;
    }

    /** Files that were given together, the one with the answers behind the one with the questions. */
    List<Upload> answersLast(List<Upload> all) {
        return all.stream()
                .sorted(Comparator.comparing(one -> ANSWERS.matcher(one.name()).find()))
                .toList();
    }

    private Way byContent(Upload file) throws IOException {
        for (Way way : ways) {
            boolean reads = switch (way) {
                case Way.Table table -> table.reader().reads(file);
                case Way.Questions questions -> questions.reader().reads(file);
            };
            if (reads) {
                return way;
            }
        }
        throw unknown(file);
    }

    private static Problem unknown(Upload file) throws IOException {
        String name = file.name().toLowerCase(Locale.ROOT);
        byte[] head = file.head(OLD_WORD);
        boolean ole = head.length == OLD_WORD && (head[0] & 0xff) == 0xd0 && (head[1] & 0xff) == 0xcf;
        if (ole) {
            boolean word = Stream.of(".doc", ".wps", ".dot", ".docx").anyMatch(name::endsWith);
            return Problem.invalid(word ? "exchange.file-old-word" : "exchange.file-old-or-locked");
        }
        if (name.endsWith(".pdf") || head.length > 3 && head[0] == '%' && head[1] == 'P' && head[2] == 'D') {
            return Problem.invalid("exchange.file-pdf");
        }
        if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
            return Problem.invalid("exchange.file-unknown-zip");
        }
        return Problem.invalid("exchange.file-unknown");
    }
}
