package org.lianbing.bank.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemRules;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.disk.Flaw;
import org.lianbing.base.disk.Flaws;
import org.lianbing.base.disk.Shape;
import org.lianbing.base.disk.YamlFile;
import org.lianbing.base.disk.YamlFlaw;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Reads all items of the folder; stores their pictures, and nothing else. */
@Component
public class DiskReader {

    private final Shape shape = Shape.of("/question-bank-schema/items.schema.json");
    private final ItemYaml yaml;
    private final ItemRules rules;
    private final DiskPictures pictures;
    private final Trades trades;
    private final MessageSource texts;

    DiskReader(ItemYaml yaml, ItemRules rules, DiskPictures pictures, Trades trades, MessageSource texts) {
        this.yaml = yaml;
        this.rules = rules;
        this.pictures = pictures;
        this.trades = trades;
        this.texts = texts;
    }

    public DiskContent read(Path folder) throws IOException {
        Reading reading = new Reading(folder, pictures.session(folder), new Flaws(texts));
        Set<String> named = namedTrades(folder);
        for (String code : named) {
            trades.find(code).filter(trade -> trade.code().equals(code)).ifPresent(reading.found::add);
        }
        for (String above : List.of("trades", "foundations")) {
            for (Path place : inside(folder.resolve(above), Files::isDirectory)) {
                reading.place(place);
            }
        }
        return reading.content();
    }

    /** The codes in {@code trades.yaml}; whatever is wrong with that file was said when the trades were loaded. */
    private static Set<String> namedTrades(Path folder) throws IOException {
        Set<String> codes = new HashSet<>();
        try {
            Path file = folder.resolve("trades.yaml");
            YamlFile yaml = YamlFile.parse("trades.yaml", Files.isRegularFile(file) ? Files.readString(file) : "");
            yaml.root().forEach(entry -> codes.add(entry.path("code").asString("")));
        } catch (YamlFlaw e) {
            return Set.of();
        }
        return codes;
    }

    private static List<Path> inside(Path place, java.util.function.Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(wanted).sorted().toList();
        }
    }

    /** One pass over the folder, with what has been found so far. */
    private final class Reading {
        private final Path folder;
        private final DiskPictures.Session session;
        private final Flaws flaws;
        private final List<Trade> found = new ArrayList<>();
        private final Set<TradeId> unsure = new HashSet<>();
        private final List<DiskItem> items = new ArrayList<>();
        private final Set<String> codes = new HashSet<>();

        Reading(Path folder, DiskPictures.Session session, Flaws flaws) {
            this.folder = folder;
            this.session = session;
            this.flaws = flaws;
        }

        DiskContent content() {
            Set<TradeId> all = new HashSet<>();
            found.forEach(trade -> all.add(trade.id()));
            return new DiskContent(all, unsure, items, codes, flaws.list());
        }

        void place(Path place) throws IOException {
            String code = place.getFileName().toString();
            Trade trade = found.stream()
                    .filter(known -> known.code().equals(code))
                    .findFirst()
                    .orElse(null);
            if (trade == null) {
                flaws.add(name(place), 0, "bank.flaw.unknown-trade", code);
                return;
            }
            List<Path> files =
                    inside(place.resolve("items"), path -> path.toString().endsWith(".yaml"));
            files.parallelStream()
                    .map(file -> Parsed.of(file, name(file), shape))
                    .toList()
                    .forEach(file -> file(file, trade));
        }

        private void file(Parsed parsed, Trade trade) {
            ItemFile file = parsed.file();
            flaws.addAll(file.flaws());
            codes.addAll(file.brokenCodes());
            if (file.nameless()) {
                unsure.add(trade.id());
            }
            for (int part = 0; part < file.parts().size(); part++) {
                YamlFile yaml = file.parts().get(part);
                if (yaml.root().isArray()) {
                    for (int i = 0; i < yaml.root().size(); i++) {
                        item(parsed, part, i, trade);
                    }
                } else if (!yaml.root().isNull()) {
                    flaws.add(yaml.name(), 0, "bank.flaw.no-list");
                    unsure.add(trade.id());
                }
            }
        }

        private void item(Parsed parsed, int part, int index, Trade trade) {
            YamlFile file = parsed.file().parts().get(part);
            String at = "/" + index;
            JsonNode node = file.root().get(index);
            String code = node.path("code").asString("");
            if (code.isEmpty()) {
                unsure.add(trade.id());
            } else if (!codes.add(code)) {
                flaws.add(file, at, "bank.flaw.code-twice", code);
                return;
            }
            List<Flaw> misshapen = parsed.misshapen().get(part).get(index);
            flaws.addAll(misshapen);
            if (misshapen.isEmpty()) {
                int before = flaws.size();
                int line = file.line(at);
                ItemDraft draft = yaml.draft(
                        file, node, at, trade.id(), text -> session.inText(text, parsed.path(), line, flaws), flaws);
                if (flaws.size() == before) {
                    rules(file, at, draft);
                }
                if (flaws.size() == before) {
                    items.add(DiskItem.of(code, file.name(), line, draft));
                }
            }
        }

        private void rules(YamlFile file, String at, ItemDraft draft) {
            for (Problem problem : rules.problems(draft)) {
                String field = String.valueOf(problem.properties().getOrDefault("field", ""));
                flaws.add(file, at + "/" + field, problem.code(), problem.arguments());
            }
        }

        private String name(Path path) {
            return folder.relativize(path).toString().replace('\\', '/');
        }
    }
    /**
     * A file with what its schema says of each item: all that can be done without the bank, and so on every core.
     *
     * @param misshapen by part and by item within it
     */
    private record Parsed(Path path, ItemFile file, List<List<List<Flaw>>> misshapen) {

        static Parsed of(Path path, String name, Shape shape) {
            try {
                ItemFile file = ItemFile.parse(name, Files.readString(path));
                return new Parsed(
                        path,
                        file,
                        file.parts().stream()
                                .map(part -> IntStream.range(
                                                0,
                                                part.root().isArray()
                                                        ? part.root().size()
                                                        : 0)
                                        .mapToObj(i -> shape.flaws(part.element(i)))
                                        .toList())
                                .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
