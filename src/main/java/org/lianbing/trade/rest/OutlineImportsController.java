package org.lianbing.trade.rest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
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

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;
import org.lianbing.trade.editing.LineChange;
import org.lianbing.trade.editing.OutlineCommit;
import org.lianbing.trade.editing.OutlineDraft;
import org.lianbing.trade.editing.OutlineDraft.DraftInclusion;
import org.lianbing.trade.editing.OutlineField;
import org.lianbing.trade.editing.OutlineHead;
import org.lianbing.trade.editing.OutlineImport;
import org.lianbing.trade.editing.OutlineImportId;
import org.lianbing.trade.editing.OutlineImports;

/** Workbooks of outlines coming in: a preview, lines to mend, then the commit as a new edition. */
@RestController
@RequestMapping("/api/outlines/imports")
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER', 'ADMIN')")
class OutlineImportsController {

    /** What a draft is to be; what is left out stays. An empty level clears it. */
    record HeadRequest(
            @Nullable String trade,
            @Nullable String level,
            @Nullable String name,
            @Nullable String edition,
            @Nullable List<InclusionRequest> includes) {}

    /** A foundation by its code. */
    record InclusionRequest(String foundation, BigDecimal weight) {}

    /** The edition that a draft became. */
    record CommittedBody(String outlineId) {}

    private final OutlineImports imports;
    private final OutlineCommit commit;
    private final OutlineBodies bodies;
    private final Trades trades;
    private final CurrentActor current;

    OutlineImportsController(
            OutlineImports imports, OutlineCommit commit, OutlineBodies bodies, Trades trades, CurrentActor current) {
        this.imports = imports;
        this.commit = commit;
        this.bodies = bodies;
        this.trades = trades;
        this.current = current;
    }

    /** Reads an .xlsx or .xls and answers with what it says and what is wrong with it; nothing is in force yet. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    OutlineBodies.ImportBody preview(@RequestParam MultipartFile file, Locale asked) throws IOException {
        Path kept = Files.createTempFile("lianbing-outline", ".upload");
        try {
            file.transferTo(kept);
            String name = file.getOriginalFilename();
            OutlineImport made = imports.preview(caller(), name == null ? "" : name, kept);
            return bodies.imported(caller(), made, asked);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    /** Begins a new edition from one that is there. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OutlineBodies.ImportBody revise(@RequestParam String outline, Locale asked) {
        return bodies.imported(caller(), imports.revise(caller(), OutlineId.of(outline)), asked);
    }

    /** An import as it stands now. */
    @GetMapping("/{id}")
    OutlineBodies.ImportBody get(@PathVariable String id, Locale asked) {
        return bodies.imported(caller(), imports.get(caller(), OutlineImportId.of(id)), asked);
    }

    /** Says whose a draft is, what it is called and which foundations it includes. */
    @PutMapping("/{id}/{number}")
    OutlineBodies.DraftBody settle(
            @PathVariable String id, @PathVariable int number, @RequestBody HeadRequest request, Locale asked) {
        OutlineImportId in = OutlineImportId.of(id);
        OutlineHead now = imports.get(caller(), in).draft(number).head();
        String level = request.level();
        List<InclusionRequest> includes = request.includes();
        OutlineHead head = new OutlineHead(
                request.trade() == null ? now.trade() : trade(request.trade()),
                level == null ? now.level() : level.isBlank() ? null : level(level),
                request.name() == null ? now.name() : request.name(),
                request.edition() == null ? now.edition() : request.edition(),
                includes == null
                        ? now.inclusions()
                        : includes.stream()
                                .map(one -> new DraftInclusion(trade(one.foundation()), one.weight()))
                                .toList());
        return bodies.draft(caller(), imports.settle(caller(), in, number, head), asked);
    }

    /** Mends texts of a line: {@code code}, {@code name}, {@code weight}, {@code importance}. */
    @PutMapping("/{id}/{number}/lines/{line}")
    OutlineBodies.DraftBody mend(
            @PathVariable String id,
            @PathVariable int number,
            @PathVariable int line,
            @RequestBody Map<String, String> cells,
            Locale asked) {
        return changed(id, number, new LineChange.Mend(line, fields(cells)), asked);
    }

    /** Takes a line out. */
    @DeleteMapping("/{id}/{number}/lines/{line}")
    OutlineBodies.DraftBody remove(
            @PathVariable String id, @PathVariable int number, @PathVariable int line, Locale asked) {
        return changed(id, number, new LineChange.Remove(line), asked);
    }

    /** Puts a draft in force as a new edition. */
    @PostMapping("/{id}/{number}/commit")
    CommittedBody commit(@PathVariable String id, @PathVariable int number) {
        return new CommittedBody(
                commit.commit(caller(), OutlineImportId.of(id), number).toString());
    }

    /** Throws an import away. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id) {
        imports.discard(caller(), OutlineImportId.of(id));
    }

    private OutlineBodies.DraftBody changed(String id, int number, LineChange change, Locale asked) {
        OutlineDraft draft = imports.change(caller(), OutlineImportId.of(id), number, change);
        return bodies.draft(caller(), draft, asked);
    }

    private static Map<OutlineField, String> fields(Map<String, String> cells) {
        Map<OutlineField, String> fields = new EnumMap<>(OutlineField.class);
        cells.forEach((name, text) -> fields.put(
                Arrays.stream(OutlineField.values())
                        .filter(field -> field.code().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("exchange.field-unknown", name)),
                text));
        return fields;
    }

    private TradeId trade(String text) {
        return trades.find(text)
                .map(Trade::id)
                .orElseThrow(
                        () -> Problem.invalid("exchange.trade-unknown", text).with("field", "trade"));
    }

    private static Level level(String text) {
        return Level.find(text)
                .orElseThrow(
                        () -> Problem.invalid("exchange.level-unknown", text).with("field", "level"));
    }

    private Actor caller() {
        return current.require();
    }
}
