package org.lianbing.trade.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.lianbing.base.disk.Flaw;
import org.lianbing.base.disk.Flaws;
import org.lianbing.base.disk.Shape;
import org.lianbing.base.disk.YamlFile;
import org.lianbing.base.disk.YamlFlaw;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.disk.FolderContent.OutlineEntry;
import org.lianbing.trade.disk.FolderContent.TradeEntry;

/** Reads {@code trades.yaml} and the outlines of the trades that it names. */
@Component
public class FolderReader {

    private static final String TRADES = "trades.yaml";

    private final Shape shapeOfTrades = Shape.of("/question-bank-schema/trades.schema.json");
    private final OutlineParser outlines;
    private final MessageSource texts;

    FolderReader(OutlineParser outlines, MessageSource texts) {
        this.outlines = outlines;
        this.texts = texts;
    }

    /** One that needs no application around it. */
    public static FolderReader of(MessageSource texts) {
        return new FolderReader(new OutlineParser(), texts);
    }

    public FolderContent read(Path folder) throws IOException {
        Flaws flaws = new Flaws(texts);
        List<TradeEntry> trades = trades(folder, flaws);
        Set<String> foundations = trades.stream()
                .filter(trade -> trade.kind() == TradeKind.FOUNDATION)
                .map(TradeEntry::code)
                .collect(Collectors.toSet());
        List<OutlineEntry> found = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        for (TradeEntry trade : trades) {
            for (Path file : outlineFiles(folder, trade.code())) {
                int before = flaws.size();
                outlines.parse(name(folder, file), Files.readString(file), trade, foundations, flaws)
                        .filter(outline -> flaws.size() == before)
                        .ifPresentOrElse(found::add, () -> broken.add(outlineCode(file, trade)));
            }
        }
        return new FolderContent(trades, found, broken, flaws.list());
    }

    private List<TradeEntry> trades(Path folder, Flaws flaws) throws IOException {
        Path path = folder.resolve(TRADES);
        if (!Files.isRegularFile(path)) {
            flaws.add(TRADES, 0, "trade.flaw.no-trades");
            return List.of();
        }
        try {
            YamlFile file = YamlFile.parse(TRADES, Files.readString(path));
            List<Flaw> misshapen = shapeOfTrades.flaws(file);
            flaws.addAll(misshapen);
            return misshapen.isEmpty() ? entries(file, flaws) : List.of();
        } catch (YamlFlaw e) {
            flaws.addAll(List.of(e.flaw()));
            return List.of();
        }
    }

    private static List<TradeEntry> entries(YamlFile file, Flaws flaws) {
        List<TradeEntry> entries = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < file.root().size(); i++) {
            TradeEntry entry = entry(file.root().get(i));
            if (codes.add(entry.code())) {
                entries.add(entry);
            } else {
                flaws.add(file, "/" + i, "trade.flaw.trade-twice", entry.code());
            }
        }
        return entries;
    }

    private static TradeEntry entry(JsonNode node) {
        List<String> aliases = new ArrayList<>();
        node.path("aliases").forEach(alias -> aliases.add(alias.asString()));
        return new TradeEntry(
                node.get("code").asString(),
                TradeKind.valueOf(node.get("kind").asString().toUpperCase(Locale.ROOT)),
                node.has("officialCode") ? node.get("officialCode").asString() : null,
                node.get("name").asString(),
                node.get("nameEn").asString(),
                aliases);
    }

    private static List<Path> outlineFiles(Path folder, String trade) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String above : List.of("trades", "foundations")) {
            Path place = folder.resolve(above).resolve(trade);
            if (Files.isDirectory(place)) {
                try (Stream<Path> inside = Files.list(place)) {
                    inside.filter(file -> file.getFileName().toString().matches("outline.*\\.yaml"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    /** The code that an outline should have by the name of its file; known even where the file cannot be read. */
    private static String outlineCode(Path file, TradeEntry trade) {
        String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        return trade.code() + name.substring("outline".length());
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
