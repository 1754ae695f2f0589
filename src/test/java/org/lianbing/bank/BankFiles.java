package org.lianbing.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A question bank of one trade, written by a test. */
public final class BankFiles {

    public final Path folder;
    public final String trade;
    private final List<String> items = new ArrayList<>();

    public BankFiles(Path folder, String trade) {
        this.folder = folder;
        this.trade = trade;
        write("trades.yaml", """
                - {code: %s, kind: trade, name: 工种 %s, nameEn: Trade %s}
                """.formatted(trade, trade, trade));
        write("trades/" + trade + "/outline-senior.yaml", """
                code: %s-senior
                name: 细目表
                level: senior
                edition: "2026"
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
                              - {code: A-A-A-001, name: 要点, importance: X}
                """.formatted(trade));
    }

    /** The code of the item of that number. */
    public String code(int number) {
        return "%s-%04d".formatted(trade, number);
    }

    /** Adds a sound item with this stem. */
    public BankFiles item(int number, String stem) {
        return raw("""
                - code: %s
                  type: true-false
                  levels: [senior]
                  points: ["%s-senior:A-A-A-001"]
                  difficulty: 2
                  stem: "%s"
                  key: true
                  explanation: 因为如此。
                """.formatted(code(number), trade, stem));
    }

    /** Adds text as it is. */
    public BankFiles raw(String yaml) {
        items.add(yaml);
        return this;
    }

    public BankFiles clear() {
        items.clear();
        return this;
    }

    /** Writes the items gathered; returns the folder. */
    public Path write() {
        write("trades/" + trade + "/items/01.yaml", String.join("", items));
        return folder;
    }

    public void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
