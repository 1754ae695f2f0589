package org.lianbing.media.rest;

import java.time.Duration;

import jakarta.annotation.security.PermitAll;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Problem;
import org.lianbing.media.Media;
import org.lianbing.media.MediaFile;
import org.lianbing.media.MediaId;

/** Stored pictures for pages of the signed-in; what lies behind a hash never changes. */
@RestController
class MediaController {

    private final Media media;

    MediaController(Media media) {
        this.media = media;
    }

    @PermitAll
    @GetMapping("/media/{hash}")
    ResponseEntity<byte[]> file(@PathVariable String hash) {
        MediaFile file = media.find(new MediaId(hash)).orElseThrow(() -> Problem.notFound("base.not-found"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .eTag("\"" + hash + "\"")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(file.bytes());
    }
}
