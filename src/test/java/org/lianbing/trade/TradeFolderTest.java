package org.lianbing.trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Level;
import org.lianbing.base.disk.Flaw;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class TradeFolderTest {

    @TempDir
    Path place;

    @Autowired
    TestCity city;

    @Autowired
    TradeFolder loader;

    @Autowired
    Trades trades;

    @Autowired
    Outlines outlines;

    private String trade = "";
    private String basics = "";

    @BeforeEach
    void names() throws IOException {
        trade = "trade" + city.number();
        basics = "basics" + city.number();
        write("trades.yaml", """
                - {code: %s, kind: trade, name: 车工 %s, nameEn: Turner, aliases: [开车床的 %s]}
                - {code: %s, kind: foundation, name: 识图, nameEn: Drawings}
                """.formatted(trade, trade, trade, basics));
        write("foundations/" + basics + "/outline.yaml", """
                code: %s
                name: 识图细目表
                edition: "2026"
                ranges: [%s]
                """.formatted(
                        basics, range("A", 100, "{code: A-A-A-001, name: 视图, importance: X}")));
    }

    @Test
    void anOutlineIsReadWithRangesPointsAndFoundations() throws IOException {
        outline("2026", 80, "{code: A-A-A-001, name: 车刀, importance: X}, {code: A-A-A-002, name: 冷却, importance: Z}");
        assertThat(load()).isEmpty();

        Trade turner = find();
        assertThat(turner.levels()).containsExactly(Level.SENIOR);
        assertThat(trades.find("开车床的 " + trade)).contains(turner);
        Outline outline = outlines.current(turner.id(), Level.SENIOR).orElseThrow();
        assertThat(outline.points()).extracting(Point::name).containsExactly("车刀", "冷却");
        assertThat(outline.ranges().getFirst().weight()).isEqualByComparingTo("80");
        assertThat(outline.inclusions()).singleElement().satisfies(inclusion -> {
            assertThat(inclusion.weight()).isEqualByComparingTo("20");
            assertThat(trades.get(inclusion.foundation()).code()).isEqualTo(basics);
        });
        Point point = outlines.named(trade + "-senior:A-A-A-002").orElseThrow();
        assertThat(point.path()).containsExactly("一", "二", "三");
        assertThat(point.importance()).isEqualTo(Importance.Z);
        assertThat(outlines.reference(point.id())).hasValue(trade + "-senior:A-A-A-002");
        assertThat(outlines.named(basics + ":A-A-A-001")).isPresent();
    }

    @Test
    void aPointKeepsItsIdAndGetsItBackWhenItReturns() throws IOException {
        outline("2026", 80, "{code: A-A-A-001, name: 车刀, importance: X}, {code: A-A-A-002, name: 冷却, importance: X}");
        load();
        PointId tool = id("A-A-A-001");
        PointId coolant = id("A-A-A-002");

        outline("2026", 80, "{code: A-A-A-001, name: 车刀的选用, importance: X}");
        load();
        assertThat(id("A-A-A-001")).isEqualTo(tool);
        assertThat(outlines.named(trade + "-senior:A-A-A-002")).isEmpty();
        assertThat(outlines.points(List.of(coolant)).get(coolant))
                .satisfies(point -> assertThat(point.name()).isEqualTo("冷却"));

        outline("2026", 80, "{code: A-A-A-002, name: 冷却, importance: X}");
        load();
        assertThat(id("A-A-A-002")).isEqualTo(coolant);
    }

    @Test
    void aNewEditionTakesOverPointsOfTheSameCodeAndName() throws IOException {
        outline("2026", 80, "{code: A-A-A-001, name: 车刀, importance: X}, {code: A-A-A-002, name: 冷却, importance: X}");
        load();
        PointId tool = id("A-A-A-001");
        PointId coolant = id("A-A-A-002");
        outline("2027", 80, "{code: A-A-A-001, name: 车刀, importance: X}, {code: A-A-A-002, name: 数控编程, importance: X}");
        load();
        assertThat(id("A-A-A-001")).isEqualTo(tool);
        assertThat(id("A-A-A-002")).isNotEqualTo(coolant);
        assertThat(outlines.current(find().id(), Level.SENIOR))
                .hasValueSatisfying(outline -> assertThat(outline.edition()).isEqualTo("2027"));
    }

    @Test
    void weightsThatDoNotAddUpAreNamedAndTheOldOutlineStays() throws IOException {
        outline("2026", 80, "{code: A-A-A-001, name: 车刀, importance: X}");
        load();
        outline("2026", 70, "{code: A-A-A-001, name: 别的, importance: X}");
        assertThat(load())
                .containsExactly(
                        new Flaw("trades/" + trade + "/outline-senior.yaml", 6, trade + "-senior 的鉴定比重合计是 90，应为 100。"));
        assertThat(outlines.named(trade + "-senior:A-A-A-001"))
                .hasValueSatisfying(point -> assertThat(point.name()).isEqualTo("车刀"));
    }

    @Test
    void codesThatDoNotNestOrStandTwiceAndUnknownFoundationsAreNamed() throws IOException {
        outline("2026", 80, "{code: B-A-A-001, name: 车刀, importance: X}");
        assertThat(load()).extracting(Flaw::line).containsExactly(15);
        outline("2026", 80, "{code: A-A-A-001, name: 车刀, importance: X}, {code: A-A-A-001, name: 冷却, importance: X}");
        assertThat(load()).extracting(Flaw::reason).containsExactly("代码 A-A-A-001 在这份细目表里出现了两次。");
        write("foundations/" + basics + "/outline.yaml", "code: x\n  bad: [");
        assertThat(load()).extracting(Flaw::file).contains("foundations/" + basics + "/outline.yaml");
        basics = "nowhere";
        outline("2026", 80, "{code: A-A-A-001, name: 车刀, importance: X}");
        assertThat(load()).extracting(Flaw::line).contains(5);
    }

    @Test
    void theShapeIsCheckedByTheSchema() throws IOException {
        outline("2026", 80, "{code: A-A-A-001, name: 车刀, importance: W}");
        assertThat(load())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.line()).isEqualTo(15));
        assertThat(find().levels()).isEmpty();
    }

    private List<Flaw> load() {
        return loader.load(place, UUID.randomUUID().toString());
    }

    private Trade find() {
        return trades.find(trade).orElseThrow();
    }

    private PointId id(String code) {
        return outlines.named(trade + "-senior:" + code).orElseThrow().id();
    }

    private void outline(String edition, int weight, String points) throws IOException {
        write("trades/" + trade + "/outline-senior.yaml", """
                code: %s-senior
                name: 车工细目表
                level: senior
                edition: "%s"
                includes: [{foundation: %s, weight: 20}]
                ranges:
                  - code: A
                    name: 一
                    weight: %d
                    ranges:
                      - code: A-A
                        name: 二
                        weight: %d
                        ranges:
                          - %s
                """.formatted(
                        trade, edition, basics, weight, weight, inner(weight, points)));
    }

    private static String inner(int weight, String points) {
        return "{code: A-A-A, name: 三, weight: %d, points: [%s]}".formatted(weight, points);
    }

    private static String range(String code, int weight, String points) {
        return "{code: %s, name: 一, weight: %d, ranges: [{code: A-A, name: 二, weight: %d, ranges: [%s]}]}"
                .formatted(code, weight, weight, inner(weight, points));
    }

    private void write(String name, String text) throws IOException {
        Path file = place.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
