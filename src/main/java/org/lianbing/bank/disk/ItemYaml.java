package org.lianbing.bank.disk;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.base.Level;
import org.lianbing.base.TradeId;
import org.lianbing.base.disk.Flaws;
import org.lianbing.base.disk.YamlFile;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;

/** Turns one item of a YAML file, whose shape was checked, into a draft. */
@Component
class ItemYaml {

    private final Outlines outlines;

    ItemYaml(Outlines outlines) {
        this.outlines = outlines;
    }

    /** The draft; with points that are unknown left out and added to the flaws. */
    ItemDraft draft(
            YamlFile file, JsonNode item, String at, TradeId trade, UnaryOperator<String> pictures, Flaws flaws) {
        Set<Level> levels = new HashSet<>();
        item.get("levels")
                .forEach(level -> levels.add(Level.find(level.asString()).orElseThrow()));
        ItemContent content = ContentJson.WRITTEN.read(item).mapped(text -> pictures.apply(text.strip()));
        return new ItemDraft(
                item.get("code").asString(),
                trade,
                levels,
                points(file, item, at, flaws),
                content,
                Secrecy.OPEN,
                origin(item));
    }

    private static Origin origin(JsonNode item) {
        JsonNode origin = item.path("origin");
        return new Origin(
                origin.path("source").asString(""),
                origin.path("permission").asString(""),
                origin.path("edition").asString(""),
                origin.path("credit").asString(""));
    }

    private Set<PointId> points(YamlFile file, JsonNode item, String at, Flaws flaws) {
        Set<PointId> points = new HashSet<>();
        JsonNode references = item.get("points");
        for (int i = 0; i < references.size(); i++) {
            String reference = references.get(i).asString();
            Optional<Point> point = outlines.named(reference);
            point.ifPresent(known -> points.add(known.id()));
            if (point.isEmpty()) {
                flaws.add(file, at + "/points/" + i, "bank.flaw.point", reference);
            }
        }
        return points;
    }
}
