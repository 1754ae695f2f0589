package org.lianbing.bank.exchange.yaml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

import org.lianbing.bank.Origin;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.bank.exchange.format.ExportedItem;
import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.format.FormatWriter;
import org.lianbing.base.Level;
import org.lianbing.base.MarkdownPictures;
import org.lianbing.media.MediaFile;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.Trades;

/** Items as the files of the question bank, laid out as they lie there, with their pictures, in a zip. */
@Component
@Order(2)
class YamlItems implements FormatWriter {

    static final String FORMAT = "yaml";

    private final Trades trades;
    private final YAMLMapper yaml = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    YamlItems(Trades trades) {
        this.trades = trades;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String extension() {
        return "zip";
    }

    @Override
    public String contentType() {
        return "application/zip";
    }

    @Override
    public void write(ExportedItems items, OutputStream out) throws IOException {
        Set<String> codes = new LinkedHashSet<>();
        items.each(item -> codes.add(item.trade()));
        Map<String, MediaFile> pictures = new TreeMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String trade : codes) {
                Map<String, MediaFile> shown = new LinkedHashMap<>();
                String folder = folder(trade);
                zip.putNextEntry(new ZipEntry(folder + "/items/" + trade + ".yaml"));
                items.each(item -> {
                    if (item.trade().equals(trade)) {
                        item(zip, item, items, shown);
                    }
                });
                zip.closeEntry();
                shown.forEach((name, file) -> pictures.put(folder + "/pictures/" + name, file));
            }
            for (Map.Entry<String, MediaFile> picture : pictures.entrySet()) {
                zip.putNextEntry(new ZipEntry(picture.getKey()));
                zip.write(picture.getValue().bytes());
                zip.closeEntry();
            }
        }
    }

    private String folder(String trade) {
        boolean leveled =
                trades.find(trade).filter(one -> one.kind() == TradeKind.TRADE).isPresent();
        return (leveled ? "trades/" : "foundations/") + trade;
    }

    private void item(ZipOutputStream zip, ExportedItem item, ExportedItems items, Map<String, MediaFile> shown) {
        ObjectNode node = yaml.createObjectNode();
        node.put("code", item.code());
        ArrayNode levels = node.putArray("levels");
        item.levels().stream().map(Level::code).forEach(levels::add);
        ArrayNode points = node.putArray("points");
        item.points().forEach(point -> points.add(point.reference()));
        node.setAll(ContentJson.WRITTEN.tree(item.content().mapped(text -> withFiles(text, items, shown))));
        origin(node, item.origin());
        ArrayNode list = yaml.createArrayNode().add(node);
        try {
            zip.write(yaml.writeValueAsString(list).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void origin(ObjectNode node, Origin origin) {
        if (!origin.equals(Origin.NONE)) {
            ObjectNode from = node.putObject("origin");
            put(from, "source", origin.source());
            put(from, "permission", origin.permission());
            put(from, "edition", origin.edition());
            put(from, "credit", origin.credit());
        }
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    /** The text with its pictures as files beside the items. */
    private static String withFiles(String text, ExportedItems items, Map<String, MediaFile> shown) {
        Matcher matcher = MarkdownPictures.ADDRESS.matcher(text);
        return matcher.replaceAll(match -> {
            Optional<MediaFile> file = items.media(match.group(1));
            if (file.isEmpty()) {
                return Matcher.quoteReplacement(match.group());
            }
            String name = match.group(1).substring(0, 16) + "." + file.get().ending();
            shown.put(name, file.get());
            return Matcher.quoteReplacement("../pictures/" + name);
        });
    }
}
