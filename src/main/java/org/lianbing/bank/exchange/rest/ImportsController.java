package org.lianbing.bank.exchange.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.DeleteMapping;
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
import tools.jackson.databind.JsonNode;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.content.ContentJson;
import org.lianbing.bank.exchange.ImportCommit;
import org.lianbing.bank.exchange.ImportCommitted;
import org.lianbing.bank.exchange.ImportField;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportMending;
import org.lianbing.bank.exchange.ImportRow;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.exchange.RowSelection;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.bank.exchange.RowTarget;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Files of items coming in: a preview, rows to mend, then the commit. */
@RestController
@RequestMapping("/api/imports")
@RolesAllowed("TRAINER")
class ImportsController {

    /**
     * Cells to change by field; and what a person decides: to keep a duplicate, to skip what is no item, to make it a
     * new version of an item ({@code update} its id, with a reason; empty for an item of its own).
     */
    record MendRequest(
            @Nullable Integer version,
            @Nullable Map<String, String> cells,
            @Nullable JsonNode content,
            @Nullable Boolean confirm,
            @Nullable Boolean keep,
            @Nullable Boolean skip,
            @Nullable String update,
            @Nullable String reason) {}

    /** What is said of many rows at once: all, these, those of a sheet or category, or those in a state. */
    record BulkRequest(
            @Nullable List<Integer> rows,
            @Nullable String category,
            @Nullable List<RowState> states,
            @Nullable String trade,
            @Nullable List<String> levels,
            @Nullable List<String> points,
            @Nullable Boolean confirm,
            @Nullable Boolean skip) {}

    record TextRequest(
            String text,
            @Nullable String name,
            @Nullable String trade,
            @Nullable List<String> levels,
            @Nullable Secrecy secrecy) {}

    /** What may be said, or said anew, before a commit. */
    record CommitRequest(
            @Nullable String trade,
            @Nullable List<String> levels,
            @Nullable Boolean submit) {}

    record CommittedBody(int items, List<String> itemIds, int left) {}

    /** What programs called the format of the file when there was one. */
    private static final Set<String> FORMATS = Set.of("auto", "excel", "wide", "wide-xlsx");

    private static final int MOST_TEXT = 2_000_000;

    private final ImportService imports;
    private final ImportMending mending;
    private final ImportCommit commit;
    private final ImportBodies bodies;
    private final Trades trades;
    private final Outlines outlines;
    private final CurrentActor current;

    ImportsController(
            ImportService imports,
            ImportMending mending,
            ImportCommit commit,
            ImportBodies bodies,
            Trades trades,
            Outlines outlines,
            CurrentActor current) {
        this.imports = imports;
        this.mending = mending;
        this.outlines = outlines;
        this.commit = commit;
        this.bodies = bodies;
        this.trades = trades;
        this.current = current;
    }

    /** Reads a file, or one with others that belong to it, and answers with a preview; nothing comes into the bank yet. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportBodies.ImportBody preview(
            @RequestParam List<MultipartFile> file,
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(required = false) @Nullable List<String> level,
            @RequestParam(defaultValue = "auto") String format,
            @RequestParam(defaultValue = "OPEN") Secrecy secrecy,
            @RequestParam(defaultValue = "true") boolean wait,
            Locale asked)
            throws IOException {
        String wanted = format.strip().toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(wanted) && !imports.formats().contains(wanted)) {
            throw Problem.invalid("exchange.format-unknown", format).with("field", "format");
        }
        ImportSettings settings = new ImportSettings(trade(trade), levels(level), secrecy);
        List<Path> kept = new ArrayList<>();
        try {
            List<Upload> uploads = new ArrayList<>();
            for (MultipartFile one : file) {
                Path path = Files.createTempFile("lianbing-import", ".upload");
                kept.add(path);
                one.transferTo(path);
                String name = one.getOriginalFilename();
                uploads.add(new Upload(name == null ? "" : name, path));
            }
            return read(settings, uploads, wait, asked);
        } finally {
            for (Path path : kept) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Reads pasted text, as if it were a file. */
    @PostMapping(path = "/text", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportBodies.ImportBody text(@RequestBody TextRequest request, Locale asked) throws IOException {
        if (request.text().length() > MOST_TEXT) {
            throw Problem.tooLarge("exchange.text-long", MOST_TEXT);
        }
        ImportSettings settings = new ImportSettings(
                trade(request.trade()),
                levels(request.levels()),
                request.secrecy() == null ? Secrecy.OPEN : request.secrecy());
        Path path = Files.createTempFile("lianbing-import", ".txt");
        try {
            Files.writeString(path, request.text());
            String name = request.name() == null || request.name().isBlank() ? "text" : request.name();
            return read(settings, List.of(new Upload(name + ".txt", path)), true, asked);
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private ImportBodies.ImportBody read(ImportSettings settings, List<Upload> uploads, boolean wait, Locale asked) {
        ImportFile made =
                wait ? imports.preview(caller(), settings, uploads) : imports.start(caller(), settings, uploads);
        return bodies.file(caller(), imports.get(caller(), made.id()), asked);
    }

    /** Reads a broken import once more. */
    @PostMapping("/{id}/restart")
    ImportBodies.ImportBody restart(@PathVariable String id, Locale asked) {
        return bodies.file(caller(), imports.restart(caller(), ImportId.of(id)), asked);
    }

    /** Throws an import away, also while it is read. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        imports.delete(caller(), ImportId.of(id));
    }

    /** Does something to many rows at once. */
    @PostMapping("/{id}/rows")
    ImportBodies.ImportBody bulk(@PathVariable String id, @RequestBody BulkRequest request, Locale asked) {
        ImportId in = ImportId.of(id);
        RowSelection which = new RowSelection(
                request.rows() == null ? Set.of() : Set.copyOf(request.rows()),
                request.category(),
                request.states() == null ? Set.of() : Set.copyOf(request.states()));
        if (request.trade() != null || request.levels() != null || request.points() != null) {
            mending.assign(
                    caller(),
                    in,
                    which,
                    new RowTarget(trade(request.trade()), levels(request.levels()), points(request.points())));
        }
        if (Boolean.TRUE.equals(request.confirm())) {
            mending.confirm(caller(), in, which);
        }
        if (request.skip() != null) {
            mending.skip(caller(), in, which, request.skip());
        }
        return bodies.file(caller(), imports.get(caller(), in), asked);
    }

    private Set<PointId> points(@Nullable List<String> references) {
        return references == null
                ? Set.of()
                : references.stream()
                        .map(reference -> outlines.named(reference)
                                .map(Point::id)
                                .orElseThrow(() -> Problem.invalid("exchange.point-unknown", reference)
                                        .with("field", "points")))
                        .collect(Collectors.toUnmodifiableSet());
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
            row = mending.mend(caller(), in, number, request.version(), fields(cells));
        }
        if (request.content() != null) {
            row = mending.mend(
                    caller(),
                    in,
                    number,
                    request.version(),
                    ContentJson.WRITTEN.read(request.content()),
                    RowTarget.NONE);
        }
        if (Boolean.TRUE.equals(request.confirm())) {
            row = mending.confirm(caller(), in, number);
        }
        if (request.keep() != null) {
            row = mending.keep(caller(), in, number, request.keep());
        }
        if (request.skip() != null) {
            row = mending.skip(caller(), in, number, request.skip());
        }
        String update = request.update();
        if (update != null) {
            String reason = request.reason() == null ? "" : request.reason();
            row = update.isBlank()
                    ? mending.separate(caller(), in, number, null)
                    : mending.update(caller(), in, number, null, ItemId.of(update), reason);
        }
        return bodies.row(row, asked);
    }

    /** Makes drafts of all rows that are ready, or of none. */
    @PostMapping("/{id}/commit")
    CommittedBody commit(@PathVariable String id, @RequestBody(required = false) @Nullable CommitRequest request) {
        ImportId in = ImportId.of(id);
        if (request != null && (request.trade() != null || request.levels() != null)) {
            ImportSettings now = imports.get(caller(), in).settings();
            mending.settle(
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
