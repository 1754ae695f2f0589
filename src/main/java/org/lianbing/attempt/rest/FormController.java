package org.lianbing.attempt.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.Candidate;
import org.lianbing.attempt.Sitting;
import org.lianbing.paper.RenderedForm;

/** The form of an attempt: bytes that were compressed when it was frozen. */
@RestController
@RolesAllowed(AttemptTokenAuthentication.ROLE)
@Tag(name = "attempts")
class FormController {

    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Sitting sitting;

    FormController(Sitting sitting) {
        this.sitting = sitting;
    }

    @GetMapping(path = "/api/attempts/{attemptId}/form", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The form without its keys; never changes")
    @ApiResponse(
            responseCode = "200",
            description = "The paper in base order; the order in which you should show it stands in the attempt",
            content = @Content(schema = @Schema(implementation = FormJson.class)))
    ResponseEntity<byte[]> form(
            @PathVariable String attemptId,
            @AuthenticationPrincipal Candidate candidate,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String accepted)
            throws IOException {
        RenderedForm form = sitting.form(AttemptController.own(candidate, attemptId));
        boolean unchanged = known != null && known.contains(form.etag());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(unchanged ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(FOREVER)
                .eTag(form.etag())
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        if (unchanged) {
            return answer.build();
        }
        answer.contentType(MediaType.APPLICATION_JSON);
        return accepted != null && accepted.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(form.gzip())
                : answer.body(plain(form.gzip()));
    }

    private static byte[] plain(byte[] gzip) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return plain.readAllBytes();
        }
    }
}
