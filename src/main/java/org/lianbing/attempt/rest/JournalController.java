package org.lianbing.attempt.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.Asker;
import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.JournalCopies;
import org.lianbing.attempt.JournalCopy;

/** The candidate's own journal, for the candidate alone: signed in, or with the token of this very attempt. */
@RestController
@Tag(name = "attempts")
class JournalController {

    @Schema(name = "Journal")
    record Journal(
            String attemptId,
            String title,
            AttemptState state,
            @Nullable Instant endedAt,

            @Schema(description = "How the digests are made; told in docs/receipts.md")
            String chain,

            @Schema(description = "Before the first step") String start,
            List<JournalCopy.Entry> steps,

            @Schema(description = "On the receipt: that of the last step") @Nullable
            String digest) {}

    private static final String CHAIN = "sha256-steps-1";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final JournalCopies copies;
    private final Asker asker;

    JournalController(JournalCopies copies, Asker asker) {
        this.copies = copies;
        this.asker = asker;
    }

    /** While the attempt runs a 409 {@code attempt.journal-early}; the attempts of others do not exist. */
    @GetMapping(path = "/api/attempts/{attemptId}/journal", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All that you answered, step by step, with the chain on your receipt; after handing in")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<Journal> journal(
            @PathVariable String attemptId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        JournalCopy copy = copy(attemptId, authorization);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Journal(
                        copy.attempt().toString(),
                        copy.title(),
                        copy.state(),
                        copy.endedAt(),
                        CHAIN,
                        copy.start(),
                        copy.entries(),
                        copy.digest()));
    }

    @GetMapping(path = "/api/attempts/{attemptId}/journal.csv", produces = "text/csv")
    @Operation(summary = "The same as a table")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<String> table(
            @PathVariable String attemptId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(CSV)
                .body(JournalTable.of(copy(attemptId, authorization)));
    }

    private JournalCopy copy(String attemptId, @Nullable String authorization) {
        AttemptId id = AttemptId.of(attemptId);
        return copies.of(asker.of(id, authorization), id);
    }
}
