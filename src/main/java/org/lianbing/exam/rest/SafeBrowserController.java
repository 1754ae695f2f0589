package org.lianbing.exam.rest;

import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Problem;
import org.lianbing.exam.Access;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.seb.SebConfig;

/**
 * The configuration with which Safe Exam Browser opens an exam. Safe Exam Browser fetches it itself and signs in nobody;
 * it holds no secret, only where the exam is.
 */
@RestController
@PermitAll
@Tag(name = "exams")
class SafeBrowserController {

    private final Access access;
    private final Approaches approaches;

    SafeBrowserController(Access access, Approaches approaches) {
        this.access = access;
        this.approaches = approaches;
    }

    @GetMapping("/api/exams/{exam}/safe-browser.seb")
    @Operation(summary = "The configuration for Safe Exam Browser, where this exam is to be sat with it")
    @ApiResponse(
            responseCode = "200",
            description = "A property list",
            content = @Content(mediaType = "application/seb"))
    ResponseEntity<byte[]> config(@PathVariable String exam, HttpServletRequest request) {
        ExamId id = ExamId.of(exam);
        if (!access.rules(id).browser().ownConfig()) {
            throw Problem.notFound("base.not-found");
        }
        String xml = SebConfig.of(id, approaches.site(request)).xml();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(SebConfig.CONTENT_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lianbing-" + id + ".seb")
                                .build()
                                .toString())
                .body(xml.getBytes(StandardCharsets.UTF_8));
    }
}
