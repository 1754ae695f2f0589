package org.lianbing.attempt.rest;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.SittingMedia;
import org.lianbing.base.Problem;
import org.lianbing.media.MediaId;
import org.lianbing.media.rest.MediaAnswers;

/** Sound and film of a form. A player's {@code audio} and {@code video} send no header, so the link carries a pass. */
@RestController
@Tag(name = "attempts")
class ClipController {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})\\.[a-z0-9]{2,4}");

    /** Phones are shared: no longer than a sitting. */
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofHours(2)).cachePrivate();

    private final SittingMedia clips;
    private final MediaAnswers answers;

    ClipController(SittingMedia clips, MediaAnswers answers) {
        this.clips = clips;
        this.answers = answers;
    }

    @PermitAll
    @GetMapping("/api/attempts/{attemptId}/media/{name}")
    @Operation(summary = "Sound or film of the form; by ranges where asked for, with the pass that the attempt names")
    ResponseEntity<Resource> clip(
            @PathVariable String attemptId,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String pass,
            @Parameter(hidden = true) @RequestHeader HttpHeaders request) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw Problem.notFound("base.not-found");
        }
        return answers.of(clips.find(attemptId, pass, new MediaId(matcher.group(1))), request, A_WHILE);
    }
}
