package org.lianbing.media.rest;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Problem;
import org.lianbing.media.Media;
import org.lianbing.media.MediaId;

/** Stored pictures, sound and film for pages of the signed-in; what lies behind a hash never changes. */
@RestController
class MediaController {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})(?:\\.[a-z0-9]{2,4})?");
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Media media;
    private final MediaAnswers answers;

    MediaController(Media media, MediaAnswers answers) {
        this.media = media;
        this.answers = answers;
    }

    /** @param name the hash, with or without the ending of its kind */
    @PermitAll
    @GetMapping("/media/{name}")
    ResponseEntity<Resource> file(@PathVariable String name, @RequestHeader HttpHeaders request) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? media.about(new MediaId(matcher.group(1)))
                        .map(file -> answers.of(file, request, FOREVER))
                        .orElseThrow(() -> Problem.notFound("base.not-found"))
                : notFound();
    }

    private static ResponseEntity<Resource> notFound() {
        throw Problem.notFound("base.not-found");
    }
}
