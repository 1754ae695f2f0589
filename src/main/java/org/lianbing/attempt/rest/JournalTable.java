package org.lianbing.attempt.rest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lianbing.attempt.JournalCopy;

/** A journal as comma-separated values (RFC 4180), with the mark by which spreadsheets know UTF-8. */
final class JournalTable {

    private static final String MARK = "\uFEFF";
    private static final List<String> COLUMNS =
            List.of("epoch", "sequence", "slot", "position", "value", "receivedAt", "digest");

    private JournalTable() {}

    /** A row a step, below one with the names of the columns. */
    static String of(JournalCopy copy) {
        return Stream.concat(Stream.of(COLUMNS), copy.entries().stream().map(JournalTable::row))
                .map(cells -> cells.stream().map(JournalTable::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", MARK, "\r\n"));
    }

    private static List<String> row(JournalCopy.Entry entry) {
        return List.of(
                String.valueOf(entry.epoch()),
                String.valueOf(entry.sequence()),
                String.valueOf(entry.slot()),
                String.valueOf(entry.position()),
                entry.value(),
                entry.receivedAt().toString(),
                entry.digest());
    }

    /** A value is JSON text, so none begins with a sign that a spreadsheet would calculate. */
    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
