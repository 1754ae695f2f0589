package org.lianbing.bank.exchange.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.exchange.ExportService;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;
import org.lianbing.base.Texts;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Workbooks going out: items of the caller's trades, and the template to fill in. */
@RestController
@RolesAllowed({"TRAINER", "REVIEWER"})
class ExportsController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final Set<String> FORMATS = Set.of("xlsx", "wide", "wide-xlsx");

    private final ExportService exports;
    private final Trades trades;
    private final CurrentActor current;
    private final MessageSource texts;

    ExportsController(ExportService exports, Trades trades, CurrentActor current, MessageSource texts) {
        this.exports = exports;
        this.trades = trades;
        this.current = current;
        this.texts = texts;
    }

    /** The items of a trade, or of all trades of the caller. */
    @GetMapping("/api/exports")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(defaultValue = "xlsx") String format,
            Locale asked)
            throws IOException {
        if (!FORMATS.contains(format)) {
            throw Problem.invalid("exchange.format-unknown", format).with("field", "format");
        }
        Trade chosen = trade == null || trade.isBlank()
                ? null
                : trades.find(trade)
                        .orElseThrow(() ->
                                Problem.invalid("exchange.trade-unknown", trade).with("field", "trade"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.items(current.require(), chosen == null ? null : chosen.id(), asked, out);
        return file(out, "items" + (chosen == null ? "" : "-" + chosen.code()) + ".xlsx");
    }

    /** The template to fill in. */
    @GetMapping("/api/imports/template")
    ResponseEntity<byte[]> template(Locale asked) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.template(asked, out);
        return file(out, texts.getMessage("exchange.template.file", null, Texts.nearest(asked)));
    }

    private static ResponseEntity<byte[]> file(ByteArrayOutputStream out, String name) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }
}
