package org.lianbing.attempt.rest;

import java.io.InputStream;
import java.time.Clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.Asker;
import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.Candidate;
import org.lianbing.attempt.WorkFileId;
import org.lianbing.attempt.WorkFiles;
import org.lianbing.base.CurrentActor;

/** Files of work: sent by whoever sits the attempt, read by them and by whoever they are. */
@RestController
@Tag(name = "attempts")
class WorkFilesController {

    private static final String FILE = "/api/attempts/{attemptId}/files/{hash}";

    private final WorkFiles files;
    private final WorkAnswers answers;
    private final Asker asker;
    private final CurrentActor current;
    private final Clock clock;

    WorkFilesController(WorkFiles files, WorkAnswers answers, Asker asker, CurrentActor current, Clock clock) {
        this.files = files;
        this.answers = answers;
        this.asker = asker;
        this.current = current;
        this.clock = clock;
    }

    @RolesAllowed(AttemptTokenAuthentication.ROLE)
    @PutMapping(FILE)
    @Operation(
            summary = "Send a photograph or a file of work; answered after it is committed",
            description =
                    "The bytes as they are, named by their SHA-256; JPEG, PNG, WebP or PDF by their content,"
                            + " at most 10 MB. The same again is the same. A response names it afterwards, or it counts nothing.")
    WorkFileFacts take(
            @PathVariable String attemptId,
            @PathVariable String hash,
            @AuthenticationPrincipal Candidate candidate,
            @Parameter(hidden = true) InputStream body) {
        return WorkFileFacts.of(
                files.take(AttemptController.own(candidate, attemptId), WorkFileId.of(hash), body, clock));
    }

    @PreAuthorize("isAuthenticated()")
    @GetMapping(FILE)
    @Operation(summary = "A file of your own attempt; a picture inline, anything else as an attachment")
    ResponseEntity<Resource> file(
            @PathVariable String attemptId,
            @PathVariable String hash,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @Parameter(hidden = true) @RequestHeader HttpHeaders request) {
        AttemptId id = AttemptId.of(attemptId);
        return answers.of(files.own(asker.of(id, authorization), id, WorkFileId.of(hash)), request);
    }

    /** The same for pages of the signed-in. */
    @PermitAll
    @GetMapping("/work/{attemptId}/{hash}")
    @Parameter(hidden = true)
    ResponseEntity<Resource> shown(
            @PathVariable String attemptId, @PathVariable String hash, @RequestHeader HttpHeaders request) {
        return answers.of(files.own(current.require().person(), AttemptId.of(attemptId), WorkFileId.of(hash)), request);
    }
}
