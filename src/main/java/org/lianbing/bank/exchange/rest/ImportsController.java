package org.lianbing.bank.exchange.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.exchange.ImportCommit;
import org.lianbing.bank.exchange.ImportCommitted;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.bank.exchange.wide.WideExcelReader;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Files of items coming in: a preview, rows to mend, then the commit. */
@RestController
@RequestMapping("/api/imports")
@RolesAllowed("TRAINER")
class ImportsController {

    /** Cells to change by field; and what a person decides: to keep a duplicate, to skip what is no item. */
    record MendRequest(
            @Nullable Map<String, String> cells,
            @Nullable Boolean keep,
            @Nullable Boolean skip) {}

    /** What may be said, or said anew, before a commit. */
    record CommitRequest(
            @Nullable String trade,
            @Nullable List<String> levels,
            @Nullable Boolean submit) {}

    record CommittedBody(int items, List<String> itemIds, int left) {}

    private static final Set<String> FORMATS = Set.of("auto", "xlsx", "excel", "wide", WideExcelReader.FORMAT);

    private final ImportService imports;
    private final ImportCommit commit;
    private final ImportBodies bodies;
    private final Trades trades;
    private final CurrentActor current;

    ImportsController(
            ImportService imports, ImportCommit commit, ImportBodies bodies, Trades trades, CurrentActor current) {
        this.imports = imports;
        this.commit = commit;
        this.bodies = bodies;
        this.trades = trades;
        this.current = current;
    }

    /** Reads a file and answers with a preview; nothing comes into the bank yet. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportBodies.ImportBody preview(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(required = false) @Nullable List<String> level,
            @RequestParam(defaultValue = "auto") String format,
            @RequestParam(defaultValue = "OPEN") Secrecy secrecy,
            Locale asked)
            throws IOException {
        if (!FORMATS.contains(format.strip().toLowerCase(Locale.ROOT))) {
            throw Problem.invalid("exchange.format-unknown", format).with("field", "format");
        }
        ImportSettings settings = new ImportSettings(trade(trade), levels(level), secrecy);
        Path kept = Files.createTempFile("lianbing-import", ".upload");
        try {
            file.transferTo(kept);
            String name = file.getOriginalFilename();
            ImportFile made = imports.preview(caller(), settings, name == null ? "" : name, kept);
            return bodies.file(caller(), made, asked);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    /** An import as it stands now. */
    @GetMapping("/{id}")
    ImportBodies.ImportBody get(@PathVariable String id, Locale asked) {
        return bodies.file(caller(), imports.get(caller(), ImportId.of(id)), asked);
    }

    /** A page of its rows, all or those in one state. */
    @GetMapping("/{id}/rows")
    Paged<ImportBodies.RowBody> rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable RowState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale asked) {
        Set<RowState> states = state == null ? Set.of(RowState.values()) : Set.of(state);
        return imports.rows(caller(), ImportId.of(id), states, PageOf.number(page, size))
                .map(row -> bodies.row(row, asked));
    }

    /** Mends a row and answers with what is wrong with it now. */
    @PutMapping("/{id}/rows/{number}")
    ImportBodies.RowBody mend(
            @PathVariable String id, @PathVariable int number, @RequestBody MendRequest request, Locale asked) {
        ImportId in = ImportId.of(id);
        ImportRow row = imports.row(caller(), in, number);
        Map<String, String> cells = request.cells();
        if (cells != null && !cells.isEmpty()) {
            row = imports.mend(caller(), in, number, fields(cells));
        }
        if (request.keep() != null) {
            row = imports.keep(caller(), in, number, request.keep());
        }
        if (request.skip() != null) {
            row = imports.skip(caller(), in, number, request.skip());
        }
        return bodies.row(row, asked);
    }

    /** Makes drafts of all rows that are ready, or of none. */
    @PostMapping("/{id}/commit")
    CommittedBody commit(@PathVariable String id, @RequestBody(required = false) @Nullable CommitRequest request) {
        ImportId in = ImportId.of(id);
        if (request != null && (request.trade() != null || request.levels() != null)) {
            ImportSettings now = imports.get(caller(), in).settings();
            imports.settle(
                    caller(),
                    in,
                    new ImportSettings(
                            request.trade() == null ? now.trade() : trade(request.trade()),
                            request.levels() == null ? now.levels() : levels(request.levels()),
                            now.secrecy()));
        }
        boolean submit = request != null && Boolean.TRUE.equals(request.submit());
        ImportCommitted done = commit.commit(caller(), in, submit);
        return new CommittedBody(
                done.items().size(), done.items().stream().map(ItemId::toString).toList(), done.left());
    }

    private static Map<ImportField, String> fields(Map<String, String> cells) {
        Map<ImportField, String> fields = new EnumMap<>(ImportField.class);
        cells.forEach((name, text) -> fields.put(
                Arrays.stream(ImportField.values())
                        .filter(field -> field.code().equalsIgnoreCase(name)
                                || field.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("exchange.field-unknown", name)),
                text));
        return fields;
    }

    private @Nullable TradeId trade(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : trades.find(text)
                        .map(Trade::id)
                        .orElseThrow(() ->
                                Problem.invalid("exchange.trade-unknown", text).with("field", "trade"));
    }

    private static Set<Level> levels(@Nullable List<String> texts) {
        return texts == null
                ? Set.of()
                : texts.stream()
                        .map(text -> Level.find(text)
                                .orElseThrow(() -> Problem.invalid("exchange.level-unknown", text)
                                        .with("field", "level")))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private Actor caller() {
        return current.require();
    }
}
