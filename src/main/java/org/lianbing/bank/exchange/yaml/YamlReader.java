package org.lianbing.bank.exchange.yaml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.bank.exchange.format.FormatReader;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.SafeZip;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.base.Problem;
import org.lianbing.base.disk.YamlFile;
import org.lianbing.base.disk.YamlFlaw;
import org.lianbing.media.ClipType;

/** Reads items as they lie in the question bank: a YAML file of them, or a zip of such files with their pictures. */
@Component
@Order(10)
class YamlReader implements FormatReader {

    private static final int HEAD = 4_096;
    private static final int LARGEST = 20 << 20;
    private static final int LARGEST_MEDIA = ClipType.MOST;
    private static final int LONGEST_SOURCE = 4_000;
    private static final Pattern ITEMS = Pattern.compile("(?:.*/)?items/[^/]+\\.ya?ml");
    private static final Pattern ITEM = Pattern.compile("(?m)^(?: +| *-[ \\t]+)(?:type|stem):");
    /** How deep lists and mappings may lie within each other: an item of many parts takes eight. */
    private static final int DEEPEST = 60;

    @Override
    public String format() {
        return YamlItems.FORMAT;
    }

    @Override
    public boolean reads(Upload file) throws IOException {
        byte[] head = file.head(HEAD);
        if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
            try (SafeZip zip = SafeZip.open(file.path())) {
                return zip.names().stream().anyMatch(name -> ITEMS.matcher(name).matches());
            }
        }
        List<YamlPieces.Piece> pieces = new ArrayList<>();
        YamlPieces.of(text(head), pieces::add);
        return !pieces.isEmpty()
                && pieces.getFirst().entry()
                && pieces.stream().anyMatch(piece -> ITEM.matcher(piece.text()).find());
    }

    @Override
    public void read(Upload file, Pictures pictures, Consumer<Question> found) throws IOException {
        byte[] head = file.head(2);
        if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
            try (SafeZip zip = SafeZip.open(file.path())) {
                for (String name : zip.names()) {
                    if (ITEMS.matcher(name).matches()) {
                        items(
                                name,
                                text(zip.bytes(name, LARGEST).orElseThrow()),
                                new Packed(zip, name, pictures, new HashMap<>()),
                                found);
                    }
                }
            }
        } else {
            if (Files.size(file.path()) > LARGEST) {
                throw Problem.tooLarge("exchange.file-too-large", LARGEST >> 20);
            }
            items(file.name(), text(Files.readAllBytes(file.path())), address -> address, found);
        }
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static void items(String name, String text, UnaryOperator<String> picture, Consumer<Question> found) {
        YamlPieces.of(text, piece -> {
            String place = name + ":" + piece.line();
            String source =
                    piece.text().length() > LONGEST_SOURCE ? piece.text().substring(0, LONGEST_SOURCE) : piece.text();
            if (piece.entry()) {
                entry(place, source, piece.text(), picture).forEach(found);
            } else {
                found.accept(unread(place, source, Question.Remark.of("exchange.yaml.no-list")));
            }
        });
    }

    private static List<Question> entry(String place, String source, String text, UnaryOperator<String> picture) {
        try {
            demandPlain(text);
            JsonNode list = YamlFile.parse(place, text).root();
            List<Question> questions = new ArrayList<>();
            if (list.isArray()) {
                list.forEach(node -> questions.add(item(place, source, node, picture)));
            }
            return questions.isEmpty() ? broken(place, source) : questions;
        } catch (YamlFlaw | YamlEngineException e) {
            return broken(place, source);
        } catch (Problem problem) {
            return List.of(unread(place, source, Question.Remark.of(problem)));
        }
    }

    private static List<Question> broken(String place, String source) {
        return List.of(unread(place, source, Question.Remark.of("exchange.yaml.broken")));
    }

    private static Question item(String place, String source, JsonNode node, UnaryOperator<String> picture) {
        try {
            ItemContent content =
                    ContentJson.WRITTEN.read(node).mapped(text -> PictureAddresses.mapped(text.strip(), picture));
            return new Question.Read(place, source.strip(), labels(node), content, List.of());
        } catch (Problem problem) {
            return unread(place, source, Question.Remark.of(problem));
        }
    }

    private static Question unread(String place, String source, Question.Remark reason) {
        return new Question.Unread(place, source.strip(), Labels.NONE, reason);
    }

    /**
     * Names for parts of a file are for people who write it; of strangers they are a way to fill the memory, and so are
     * brackets without end.
     */
    private static void demandPlain(String text) {
        int depth = 0;
        for (Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
            switch (event) {
                case AliasEvent ignored -> throw Problem.invalid("exchange.yaml.alias");
                case CollectionStartEvent ignored -> depth++;
                case CollectionEndEvent ignored -> depth--;
                default -> {
                    // Texts, and where the document begins and ends.
                }
            }
            if (depth > DEEPEST) {
                throw Problem.invalid("exchange.yaml.broken");
            }
        }
    }

    private static Labels labels(JsonNode node) {
        JsonNode origin = node.path("origin");
        return new Labels(
                node.path("code").asString(""),
                List.of(),
                List.of(),
                joined(node.path("points"), "；"),
                joined(node.path("levels"), "、"),
                origin.path("source").asString(""),
                origin.path("credit").asString(""),
                origin.path("permission").asString(""),
                origin.path("edition").asString(""));
    }

    private static String joined(JsonNode list, String with) {
        List<String> all = new ArrayList<>();
        list.forEach(one -> all.add(one.asString("")));
        return String.join(with, all);
    }

    /** Pictures that lie in the same zip, each kept once. */
    private record Packed(SafeZip zip, String file, Pictures pictures, Map<String, String> kept)
            implements UnaryOperator<String> {

        @Override
        public String apply(String address) {
            String path = beside(file, address);
            String known = kept.get(path);
            if (known != null) {
                return known;
            }
            try {
                Optional<byte[]> bytes = zip.bytes(path, LARGEST_MEDIA);
                String name = bytes.isEmpty() ? address : pictures.keep(address.toLowerCase(Locale.ROOT), bytes.get());
                kept.put(path, name);
                return name;
            } catch (IOException e) {
                throw Problem.invalid("exchange.file-broken");
            }
        }

        private static String beside(String file, String address) {
            String path = file.substring(0, file.lastIndexOf('/') + 1) + address;
            String before;
            do {
                before = path;
                path = path.replaceFirst("[^/]+/\\.\\./", "");
            } while (!path.equals(before));
            return path;
        }
    }
}
