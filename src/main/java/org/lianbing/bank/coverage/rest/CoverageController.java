package org.lianbing.bank.coverage.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.coverage.Cell;
import org.lianbing.bank.coverage.Coverage;
import org.lianbing.bank.coverage.CoverageMap;
import org.lianbing.bank.coverage.Kind;
import org.lianbing.bank.coverage.PointCoverage;
import org.lianbing.bank.coverage.RangeCoverage;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.Texts;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** How the items of a trade lie on its outline, for its trainers and reviewers. */
@RestController
@RequestMapping("/api/coverage")
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
class CoverageController {

    /** Items in force, drafts, and those in review. */
    record CellBody(long published, int draft, int review) {}

    /** A point; {@code hole} is {@code none}, {@code lacking}, {@code empty} or {@code empty_core}. */
    record PointBody(
            String id,
            String code,
            String name,
            String importance,
            String hole,
            List<String> lacking,
            Map<String, CellBody> types) {}

    /** A range; weight and share are percent, {@code expected} is how many items it should have by its weight. */
    record RangeBody(
            String code,
            String name,
            boolean foundation,
            BigDecimal weight,
            double share,
            double expected,
            CellBody items,
            List<RangeBody> ranges,
            List<PointBody> points) {}

    /** The map with its sums. */
    record MapBody(
            String trade,
            @Nullable String level,
            String edition,
            long points,
            long covered,
            long corePoints,
            long coreCovered,
            long complete,
            CellBody items,
            CellBody elsewhere,
            List<RangeBody> ranges) {}

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Coverage coverage;
    private final Trades trades;
    private final CurrentActor current;

    CoverageController(Coverage coverage, Trades trades, CurrentActor current) {
        this.coverage = coverage;
        this.trades = trades;
        this.current = current;
    }

    /** The map of a trade at a level; a foundation or theme bank has none. */
    @GetMapping
    MapBody map(@RequestParam String trade, @RequestParam(required = false) @Nullable String level) {
        CoverageMap map = coverage.map(caller(), trade(trade).id(), level(level));
        return new MapBody(
                map.trade().code(),
                map.level() == null ? null : map.level().code(),
                map.edition(),
                map.covered().whole(),
                map.covered().part(),
                map.coreCovered().whole(),
                map.coreCovered().part(),
                map.whole().part(),
                once(map.total()),
                once(map.elsewhere()),
                map.ranges().stream().map(range -> range(map, range)).toList());
    }

    /** The map as a workbook. */
    @GetMapping(value = "/workbook", produces = XLSX)
    ResponseEntity<byte[]> workbook(
            @RequestParam String trade, @RequestParam(required = false) @Nullable String level, Locale asked)
            throws IOException {
        Trade wanted = trade(trade);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        coverage.export(caller(), wanted.id(), level(level), Texts.nearest(asked), out);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("coverage-" + wanted.code() + ".xlsx")
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    private static RangeBody range(CoverageMap map, RangeCoverage range) {
        return new RangeBody(
                range.code(),
                range.name(),
                range.foundation(),
                range.weight(),
                map.sharePercent(range),
                map.expected(range),
                once(range.total()),
                range.ranges().stream().map(inside -> range(map, inside)).toList(),
                range.points().stream().map(CoverageController::point).toList());
    }

    private static PointBody point(PointCoverage point) {
        Map<String, CellBody> types = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            Cell cell = point.cell(kind);
            types.put(kind.code(), new CellBody(cell.published(), cell.draft(), cell.review()));
        }
        return new PointBody(
                point.point().id().toString(),
                point.point().code(),
                point.point().name(),
                point.point().importance().name(),
                point.hole().name().toLowerCase(Locale.ROOT),
                point.lacking().stream().map(Kind::code).toList(),
                types);
    }

    private static CellBody once(Cell cell) {
        return new CellBody(cell.items(), cell.draft(), cell.review());
    }

    private Trade trade(String text) {
        return trades.find(text)
                .orElseThrow(() -> Problem.invalid("bank.query", "trade", text).with("field", "trade"));
    }

    private static @Nullable Level level(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Level.find(text)
                .orElseThrow(() -> Problem.invalid("bank.query", "level", text).with("field", "level"));
    }

    private Actor caller() {
        return current.require();
    }
}
