package org.lianbing.bank.exchange.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.exchange.ImportMending;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Problem;

/** Files of items coming in: a preview, then the commit; what is done to rows stands in {@link ImportRowsController}. */
@RestController
@RequestMapping("/api/imports")
@RolesAllowed("TRAINER")
class ImportsController {

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

    /** What was made; aside are numbers of rows whose item cannot be changed now, or was changed since. */
    record CommittedBody(int items, List<String> itemIds, List<Integer> aside, int left) {}

    /** What programs called the format of the file when there was one. */
    private static final Set<String> FORMATS = Set.of("auto", "excel", "wide", "wide-xlsx");

    static final int MOST_TEXT = 2_000_000;

    private final ImportService imports;
    private final ImportMending mending;
    private final ImportCommit commit;
    private final ImportBodies bodies;
    private final ImportWords words;
    private final CurrentActor current;

    ImportsController(
            ImportService imports,
            ImportMending mending,
            ImportCommit commit,
            ImportBodies bodies,
            ImportWords words,
            CurrentActor current) {
        this.imports = imports;
        this.mending = mending;
        this.commit = commit;
        this.bodies = bodies;
        this.words = words;
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
        ImportSettings settings = new ImportSettings(words.trade(trade), words.levels(level), secrecy);
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
                words.trade(request.trade()),
                words.levels(request.levels()),
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

    /** An import as it stands now. */
    @GetMapping("/{id}")
    ImportBodies.ImportBody get(@PathVariable String id, Locale asked) {
        return bodies.file(caller(), imports.get(caller(), ImportId.of(id)), asked);
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
                            request.trade() == null ? now.trade() : words.trade(request.trade()),
                            request.levels() == null ? now.levels() : words.levels(request.levels()),
                            now.secrecy()));
        }
        boolean submit = request != null && Boolean.TRUE.equals(request.submit());
        ImportCommitted done = commit.commit(caller(), in, submit);
        return new CommittedBody(
                done.items().size(), done.items().stream().map(ItemId::toString).toList(), done.aside(), done.left());
    }

    private Actor caller() {
        return current.require();
    }
}
