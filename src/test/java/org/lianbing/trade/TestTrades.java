package org.lianbing.trade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.lianbing.testing.TestCity;

/** Trades for tests, each with a folder of its own as the disk would hold it. */
@Component
public class TestTrades {

    private final TestCity city;
    private final TradeFolder loader;
    private final Trades trades;

    TestTrades(TestCity city, TradeFolder loader, Trades trades) {
        this.city = city;
        this.loader = loader;
        this.trades = trades;
    }

    /** A trade with one outline for seniors: range A with A-A holding two points, X and Y. */
    public Made make() {
        try {
            String code = "craft" + city.number();
            Path folder = Files.createTempDirectory("trades");
            Made made = new Made(code, "工艺" + code, folder);
            Files.writeString(
                    folder.resolve("trades.yaml"),
                    "- {code: %s, kind: trade, name: %s, nameEn: Craft %s}%n- {code: %s-base, kind: foundation, name: 基础%s, nameEn: Basics}%n"
                            .formatted(code, made.name(), code, code, code));
            outline(made, "2026", "甲");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the outline on disk anew, with another name for its first point, and loads it. */
    public void outline(Made made, String edition, String first) {
        try {
            Path file = made.folder().resolve("trades/" + made.code() + "/outline-senior.yaml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, """
                code: %s-senior
                name: 细目表
                level: senior
                edition: "%s"
                ranges:
                  - code: A
                    name: 一
                    weight: 100
                    ranges:
                      - code: A-A
                        name: 二
                        weight: 100
                        ranges:
                          - code: A-A-A
                            name: 三
                            weight: 100
                            points:
                              - {code: A-A-A-001, name: %s, importance: X}
                              - {code: A-A-A-002, name: 乙, importance: Y}
                """.formatted(made.code(), edition, first));
            loader.load(made.folder(), UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A trade that was made. */
    public record Made(String code, String name, Path folder) {}

    /** The trade itself. */
    public Trade trade(Made made) {
        return trades.find(made.code()).orElseThrow();
    }

    /** The foundation beside it. */
    public Trade foundation(Made made) {
        return trades.find(made.code() + "-base").orElseThrow();
    }
}
