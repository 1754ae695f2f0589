package org.lianbing.trade.disk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import org.lianbing.base.Level;
import org.lianbing.base.disk.Flaw;
import org.lianbing.base.disk.Flaws;
import org.lianbing.base.disk.FolderHash;
import org.lianbing.base.disk.Shape;
import org.lianbing.base.disk.YamlFile;
import org.lianbing.base.disk.YamlFlaw;
import org.lianbing.trade.Importance;
import org.lianbing.trade.TradeKind;
import org.lianbing.trade.disk.FolderContent.InclusionEntry;
import org.lianbing.trade.disk.FolderContent.OutlineEntry;
import org.lianbing.trade.disk.FolderContent.PointEntry;
import org.lianbing.trade.disk.FolderContent.RangeEntry;
import org.lianbing.trade.disk.FolderContent.TradeEntry;

/** Reads a file with an outline and checks what its schema cannot say: codes that nest, weights that add up. */
@Component
class OutlineParser {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Shape shape = Shape.of("/question-bank-schema/outline.schema.json");

    /** The outline, as far as it can be read; whatever is wrong with it is added to the flaws. */
    Optional<OutlineEntry> parse(String name, String text, TradeEntry trade, Set<String> foundations, Flaws flaws) {
        try {
            YamlFile file = YamlFile.parse(name, text);
            List<Flaw> misshapen = shape.flaws(file);
            flaws.addAll(misshapen);
            return misshapen.isEmpty()
                    ? Optional.of(new Reading(file, trade, foundations, flaws).outline(FolderHash.of(text)))
                    : Optional.empty();
        } catch (YamlFlaw e) {
            flaws.addAll(List.of(e.flaw()));
            return Optional.empty();
        }
    }

    private record Reading(YamlFile file, TradeEntry trade, Set<String> foundations, Flaws flaws, Set<String> codes) {

        Reading(YamlFile file, TradeEntry trade, Set<String> foundations, Flaws flaws) {
            this(file, trade, foundations, flaws, new HashSet<>());
        }

        OutlineEntry outline(String hash) {
            JsonNode root = file.root();
            Level level = level();
            List<RangeEntry> ranges = ranges(root.get("ranges"), "/ranges", "", null);
            List<InclusionEntry> inclusions = inclusions();
            checkSum(
                    "/ranges",
                    root.get("code").asString(),
                    WHOLE,
                    sum(ranges)
                            .add(inclusions.stream()
                                    .map(InclusionEntry::weight)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
            return new OutlineEntry(
                    trade.code(),
                    level,
                    root.get("code").asString(),
                    root.get("name").asString(),
                    root.get("edition").asString(),
                    hash,
                    ranges,
                    inclusions);
        }

        private @Nullable Level level() {
            JsonNode root = file.root();
            Level level =
                    root.has("level") ? Level.find(root.get("level").asString()).orElseThrow() : null;
            if ((level == null) == (trade.kind() == TradeKind.TRADE)) {
                flaws.add(file, "/level", level == null ? "trade.flaw.no-level" : "trade.flaw.level", trade.code());
            }
            String suffix = level == null ? "" : "-" + level.code();
            if (!root.get("code").asString().equals(trade.code() + suffix)) {
                flaws.add(file, "/code", "trade.flaw.outline-code", trade.code() + suffix);
            }
            if (!file.name().endsWith("/outline" + suffix + ".yaml")) {
                flaws.add(file.name(), 0, "trade.flaw.outline-file", "outline" + suffix + ".yaml");
            }
            return level;
        }

        private List<InclusionEntry> inclusions() {
            List<InclusionEntry> entries = new ArrayList<>();
            Set<String> named = new HashSet<>();
            JsonNode all = file.root().path("includes");
            for (int i = 0; i < all.size(); i++) {
                String foundation = all.get(i).get("foundation").asString();
                if (!foundations.contains(foundation) || !named.add(foundation)) {
                    flaws.add(file, "/includes/" + i, "trade.flaw.foundation", foundation);
                }
                entries.add(
                        new InclusionEntry(foundation, all.get(i).get("weight").decimalValue()));
            }
            return entries;
        }

        private List<RangeEntry> ranges(JsonNode all, String pointer, String above, @Nullable BigDecimal weight) {
            List<RangeEntry> entries = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                entries.add(range(all.get(i), pointer + "/" + i, above));
            }
            if (weight != null) {
                checkSum(pointer, above, weight, sum(entries));
            }
            return entries;
        }

        private RangeEntry range(JsonNode node, String pointer, String above) {
            String code = node.get("code").asString();
            checkCode(pointer, code, above);
            BigDecimal weight = node.get("weight").decimalValue();
            List<RangeEntry> inside =
                    node.has("ranges") ? ranges(node.get("ranges"), pointer + "/ranges", code, weight) : List.of();
            List<PointEntry> points = new ArrayList<>();
            for (int i = 0; i < node.path("points").size(); i++) {
                points.add(point(node.get("points").get(i), pointer + "/points/" + i, code));
            }
            return new RangeEntry(code, node.get("name").asString(), weight, inside, points);
        }

        private PointEntry point(JsonNode node, String pointer, String above) {
            String code = node.get("code").asString();
            checkCode(pointer, code, above);
            return new PointEntry(
                    code,
                    node.get("name").asString(),
                    Importance.valueOf(node.get("importance").asString()));
        }

        private void checkCode(String pointer, String code, String above) {
            if (!code.matches(above.isEmpty() ? "[A-Z]" : above + "-([A-Z]|[0-9]{3})")) {
                flaws.add(file, pointer + "/code", "trade.flaw.code-outside", code, above);
            }
            if (!codes.add(code)) {
                flaws.add(file, pointer + "/code", "trade.flaw.code-twice", code);
            }
        }

        private void checkSum(String pointer, String whole, BigDecimal wanted, BigDecimal sum) {
            if (sum.compareTo(wanted) != 0) {
                flaws.add(
                        file,
                        pointer,
                        "trade.flaw.weights",
                        whole,
                        sum.stripTrailingZeros().toPlainString(),
                        wanted.stripTrailingZeros().toPlainString());
            }
        }

        private static BigDecimal sum(List<RangeEntry> ranges) {
            return ranges.stream().map(RangeEntry::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
