package org.lianbing.bank.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;

import org.lianbing.bank.Found;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.bank.disk.ItemFile;
import org.lianbing.bank.rules.InteractionRules;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.disk.Flaw;
import org.lianbing.base.disk.Flaws;
import org.lianbing.base.disk.Shape;
import org.lianbing.base.disk.YamlFile;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.disk.FolderContent;
import org.lianbing.trade.disk.FolderContent.TradeEntry;
import org.lianbing.trade.disk.FolderReader;

/**
 * All that the files of a question bank hold, read without a database.
 *
 * @param folder where they are
 * @param sets in the order of {@code trades.yaml}
 * @param flaws what could not be read, or has not the shape of its schema; the rest is in the sets
 */
record BankOnDisk(Path folder, List<SetOnDisk> sets, List<Flaw> flaws) {

    private static final String TRADES = "trades";
    private static final String FOUNDATIONS = "foundations";
    private static final Shape ITEMS = Shape.of("/question-bank-schema/items.schema.json");

    static BankOnDisk read(Path folder, MessageSource texts) throws IOException {
        FolderContent trades = FolderReader.of(texts).read(folder);
        Flaws flaws = new Flaws(texts);
        flaws.addAll(trades.flaws());
        unknown(folder, trades.trades(), flaws);
        List<SetOnDisk> sets = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (TradeEntry entry : trades.trades()) {
            Path place = place(folder, entry);
            List<ItemOnDisk> items = new ArrayList<>();
            for (Path file : files(place.resolve("items"), ".yaml")) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                read(name, Files.readString(file), codes, items, flaws);
            }
            sets.add(new SetOnDisk(
                    entry,
                    trades.outlines().stream()
                            .filter(outline -> outline.trade().equals(entry.code()))
                            .toList(),
                    List.copyOf(items),
                    files(place.resolve("pictures"), ".svg")));
        }
        return new BankOnDisk(folder, List.copyOf(sets), flaws.list());
    }

    private static Path place(Path folder, TradeEntry entry) {
        return folder.resolve(entry.kind() == TradeKind.TRADE ? TRADES : FOUNDATIONS)
                .resolve(entry.code());
    }

    /** A folder that no entry names, or that stands among the others, is not read by anybody. */
    private static void unknown(Path folder, List<TradeEntry> entries, Flaws flaws) throws IOException {
        Set<Path> known = entries.stream().map(entry -> place(folder, entry)).collect(Collectors.toSet());
        for (String above : List.of(TRADES, FOUNDATIONS)) {
            for (Path place : files(folder.resolve(above), "")) {
                if (!known.contains(place)) {
                    String name = folder.relativize(place).toString().replace('\\', '/');
                    flaws.add(name, 0, "bank.flaw.unknown-trade", place.getFileName());
                }
            }
        }
    }

    private static void read(String name, String text, Set<String> codes, List<ItemOnDisk> items, Flaws flaws) {
        ItemFile file = ItemFile.parse(name, text);
        flaws.addAll(file.flaws());
        for (YamlFile part : file.parts()) {
            for (int i = 0; i < part.root().size(); i++) {
                List<Flaw> misshapen = ITEMS.flaws(part.element(i));
                flaws.addAll(misshapen);
                if (misshapen.isEmpty()) {
                    ItemOnDisk item = item(part, i);
                    rules(part, i, item, flaws);
                    items.add(item);
                    if (!codes.add(item.code())) {
                        flaws.add(part, "/" + i, "bank.flaw.code-twice", item.code());
                    }
                }
            }
        }
    }

    private static ItemOnDisk item(YamlFile file, int index) {
        JsonNode node = file.root().get(index);
        Set<Level> levels = EnumSet.noneOf(Level.class);
        node.get("levels")
                .forEach(level -> levels.add(Level.find(level.asString()).orElseThrow()));
        Set<String> points = new HashSet<>();
        node.get("points").forEach(point -> points.add(point.asString()));
        return new ItemOnDisk(
                node.get("code").asString(),
                file.name(),
                file.line("/" + index),
                levels,
                points,
                ContentJson.WRITTEN.read(node).mapped(String::strip));
    }

    /** What the bank would not take. */
    private static void rules(YamlFile file, int index, ItemOnDisk item, Flaws flaws) {
        Found found = new Found(new ArrayList<>());
        ItemContent content = item.content();
        InteractionRules.check(content.stem(), content.explanation(), content.interaction(), found);
        for (Problem problem : found.problems()) {
            String field = String.valueOf(problem.properties().getOrDefault("field", ""));
            flaws.add(file, "/" + index + "/" + field, problem.code(), problem.arguments());
        }
    }

    private static List<Path> files(Path place, String ending) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(place)) {
            return inside.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
