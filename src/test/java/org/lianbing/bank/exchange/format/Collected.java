package org.lianbing.bank.exchange.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.base.disk.FolderHash;

/** What a reader found in a file, for tests. */
public record Collected(List<Question> questions, Map<String, byte[]> pictures) {

    /** Reads a text as a file. */
    public static Collected of(FormatReader reader, String name, String text) {
        return of(reader, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads bytes as a file, and demands that the reader says it is one of its own. */
    public static Collected of(FormatReader reader, String name, byte[] bytes) {
        try {
            Path file = Files.createTempFile("upload", ".bin");
            try {
                Files.write(file, bytes);
                Upload upload = new Upload(name, file);
                if (!reader.reads(upload)) {
                    throw new AssertionError(reader.format() + " does not read " + name);
                }
                Collected collected = new Collected(new ArrayList<>(), new LinkedHashMap<>());
                reader.read(upload, collected::keep, collected.questions()::add);
                return collected;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String keep(String name, byte[] bytes) {
        String hash = FolderHash.of(bytes);
        pictures.put(hash, bytes);
        return "media:" + hash;
    }

    /** The contents of all that were read as items. */
    public List<ItemContent> contents() {
        return questions.stream()
                .filter(Question.Read.class::isInstance)
                .map(Question.Read.class::cast)
                .map(Question.Read::content)
                .toList();
    }

    /** The only content. */
    public ItemContent only() {
        if (questions.size() != 1 || contents().size() != 1) {
            throw new AssertionError(questions.toString());
        }
        return contents().getFirst();
    }

    /** The codes of all remarks and reasons. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (Question question : questions) {
            switch (question) {
                case Question.Read read ->
                    read.remarks().stream().map(Remark::code).forEach(codes::add);
                case Question.Unread unread -> codes.add(unread.reason().code());
            }
        }
        return codes;
    }
}
