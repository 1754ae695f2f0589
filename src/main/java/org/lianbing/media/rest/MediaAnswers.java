package org.lianbing.media.rest;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

import org.lianbing.media.Media;
import org.lianbing.media.StoredMedia;

/** Answers with a stored file, or with the stretch of it that was asked for (RFC 9110, 14): players ask so. */
@NamedInterface("rest")
@Component
public class MediaAnswers {

    private final Media media;

    MediaAnswers(Media media) {
        this.media = media;
    }

    /**
     * The answer: 200, 206 for one range, 304 for what is known already, 416 for a range behind the end. Several ranges
     * at once are answered with the whole, as a server may.
     *
     * @param cache how long the receiver may keep it
     */
    public ResponseEntity<Resource> of(StoredMedia file, HttpHeaders request, CacheControl cache) {
        String etag = '"' + file.id().hash() + '"';
        HttpHeaders headers = headers(file, etag, cache);
        if (request.getIfNoneMatch().contains(etag)) {
            return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
        }
        List<HttpRange> ranges = ranges(request, etag);
        if (ranges == null) {
            headers.set(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
            return new ResponseEntity<>(headers, HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        }
        if (ranges.size() != 1) {
            return stretch(file, headers, 0, file.size(), HttpStatus.OK);
        }
        long from = ranges.getFirst().getRangeStart(file.size());
        long to = ranges.getFirst().getRangeEnd(file.size());
        if (from >= file.size() || to < from) {
            headers.set(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
            return new ResponseEntity<>(headers, HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        }
        headers.set(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + file.size());
        return stretch(file, headers, (int) from, (int) (to - from + 1), HttpStatus.PARTIAL_CONTENT);
    }

    private ResponseEntity<Resource> stretch(
            StoredMedia file, HttpHeaders headers, int from, int length, HttpStatus status) {
        headers.setContentType(MediaType.parseMediaType(file.contentType()));
        headers.setContentLength(length);
        return new ResponseEntity<>(new InputStreamResource(media.read(file.id(), from, length)), headers, status);
    }

    private static HttpHeaders headers(StoredMedia file, String etag, CacheControl cache) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(cache);
        headers.setETag(etag);
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        headers.set("X-Content-Type-Options", "nosniff");
        return headers;
    }

    /** None where the whole is wanted; null for a range that is no range. */
    private static @Nullable List<HttpRange> ranges(HttpHeaders request, String etag) {
        String known = request.getFirst(HttpHeaders.IF_RANGE);
        if (known != null && !known.equals(etag)) {
            return List.of();
        }
        try {
            return request.getRange();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
