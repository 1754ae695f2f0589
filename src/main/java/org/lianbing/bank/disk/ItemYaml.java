package org.lianbing.bank.disk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;
import org.lianbing.bank.Secrecy;
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
        ItemContent content = new ItemContent(
                pictures.apply(item.get("stem").asString().strip()),
                interaction(item, pictures),
                pictures.apply(item.get("explanation").asString().strip()),
                item.get("difficulty").asInt());
        return new ItemDraft(
                item.get("code").asString(), trade, levels, points(file, item, at, flaws), content, Secrecy.OPEN, "");
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

    private static Interaction interaction(JsonNode item, UnaryOperator<String> pictures) {
        ItemType type = ItemType.find(item.get("type").asString()).orElseThrow();
        return switch (type) {
            case TRUE_FALSE -> new Interaction.TrueFalse(item.get("key").asBoolean());
            case SINGLE_CHOICE -> new Interaction.SingleChoice(options(item.get("options"), pictures));
            case MULTIPLE_CHOICE -> new Interaction.MultipleChoice(options(item.get("options"), pictures));
            case ORDERING -> new Interaction.Ordering(steps(item.get("steps"), pictures));
            case NUMERIC ->
                new Interaction.Numeric(
                        item.get("key").decimalValue(),
                        item.get("tolerance").decimalValue(),
                        item.get("unit").asString());
        };
    }

    private static List<Option> options(JsonNode nodes, UnaryOperator<String> pictures) {
        List<Option> options = new ArrayList<>();
        for (JsonNode node : nodes) {
            options.add(new Option(
                    pictures.apply(node.get("text").asString().strip()),
                    node.path("key").asBoolean(false),
                    why(node)));
        }
        return options;
    }

    private static @Nullable String why(JsonNode option) {
        return option.has("why") ? option.get("why").asString().strip() : null;
    }

    private static List<String> steps(JsonNode nodes, UnaryOperator<String> pictures) {
        List<String> steps = new ArrayList<>();
        nodes.forEach(node -> steps.add(pictures.apply(node.asString().strip())));
        return steps;
    }
}
