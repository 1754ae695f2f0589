package org.lianbing.bank.exchange.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.exchange.ExportSelection;
import org.lianbing.bank.exchange.ExportService;
import org.lianbing.bank.exchange.format.FormatWriter;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.Texts;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Files going out: items of the caller's trades in any format, and the template to fill in. */
@RestController
@RolesAllowed({"TRAINER", "REVIEWER"})
class ExportsController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    /** What programs called the workbook when it was the only format. */
    private static final Set<String> WORKBOOK = Set.of("wide", "wide-xlsx", "excel");

    private static final Set<String> SELECTING =
            Set.of("trade", "format", "level", "type", "state", "q", "point", "item");

    private final ExportService exports;
    private final Trades trades;
    private final Outlines outlines;
    private final CurrentActor current;
    private final MessageSource texts;

    ExportsController(
            ExportService exports, Trades trades, Outlines outlines, CurrentActor current, MessageSource texts) {
        this.exports = exports;
        this.trades = trades;
        this.outlines = outlines;
        this.current = current;
        this.texts = texts;
    }

    /** Names of the formats that can be written. */
    @GetMapping("/api/exports/formats")
    List<String> formats() {
        return exports.formats().stream().map(FormatWriter::format).toList();
    }

    /**
     * Items in a format: of a trade or of all trades of the caller, narrowed by level, type, state, words, points and
     * ids. Further parameters are choices for the format, such as {@code keys=false}.
     */
    @GetMapping("/api/exports")
    ResponseEntity<Resource> export(
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable ItemState state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable List<String> point,
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam Map<String, String> all,
            Locale asked)
            throws IOException {
        FormatWriter writer = exports.format(WORKBOOK.contains(format) ? "xlsx" : format);
        Trade chosen = trade == null || trade.isBlank()
                ? null
                : trades.find(trade).orElseThrow(() -> unknown("exchange.trade-unknown", trade, "trade"));
        ItemQuery query = new ItemQuery(
                q,
                chosen == null ? null : chosen.id(),
                level == null
                        ? null
                        : Level.find(level).orElseThrow(() -> unknown("exchange.level-unknown", level, "level")),
                type == null
                        ? null
                        : ItemType.find(type).orElseThrow(() -> unknown("exchange.type-unknown", type, "type")),
                state);
        Map<String, String> choices = all.entrySet().stream()
                .filter(one -> !SELECTING.contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        ExportSelection selection = new ExportSelection(
                query,
                points(point),
                item == null ? null : item.stream().map(ItemId::of).toList(),
                choices);
        String name = "items" + (chosen == null ? "" : "-" + chosen.code()) + "." + writer.extension();
        // Written whole first: what is wrong is said by the status, and not in the middle of a file.
        Path file = Files.createTempFile("lianbing-export", "." + writer.extension());
        try (OutputStream out = Files.newOutputStream(file)) {
            exports.write(current.require(), writer, selection, asked, out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(writer.contentType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .contentLength(Files.size(file))
                .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    private Set<PointId> points(@Nullable List<String> references) {
        return references == null
                ? Set.of()
                : references.stream()
                        .map(reference -> outlines.named(reference)
                                .map(Point::id)
                                .orElseThrow(() -> unknown("exchange.point-unknown", reference, "point")))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Problem unknown(String code, String text, String field) {
        return Problem.invalid(code, text).with("field", field);
    }

    /** The template to fill in. */
    @GetMapping("/api/imports/template")
    ResponseEntity<byte[]> template(Locale asked) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.template(asked, out);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        attachment(texts.getMessage("exchange.template.file", null, Texts.nearest(asked))))
                .body(out.toByteArray());
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
