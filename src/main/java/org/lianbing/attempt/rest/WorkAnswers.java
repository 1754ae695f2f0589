package org.lianbing.attempt.rest;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.WorkFile;
import org.lianbing.attempt.WorkFiles;

/**
 * Answers with a file of work from a stranger, so that it does nothing on our pages: a picture is shown as what it was
 * found to be, anything else is saved and never opened here. Caches ask each time, since who may look changes.
 */
@NamedInterface("rest")
@Component
public class WorkAnswers {

    private static final CacheControl ASK = CacheControl.noCache().cachePrivate();

    private final WorkFiles files;

    WorkAnswers(WorkFiles files) {
        this.files = files;
    }

    /** The answer: 200, or 304 for what is known already. The caller has made sure that it may be seen. */
    public ResponseEntity<Resource> of(WorkFile file, HttpHeaders request) {
        String etag = '"' + file.id().hash() + '"';
        HttpHeaders headers = headers(file, etag);
        if (request.getIfNoneMatch().contains(etag)) {
            return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
        }
        headers.setContentType(MediaType.parseMediaType(file.type().contentType()));
        headers.setContentLength(file.size());
        return new ResponseEntity<>(new InputStreamResource(files.read(file)), headers, HttpStatus.OK);
    }

    private static HttpHeaders headers(WorkFile file, String etag) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl(ASK);
        headers.setETag(etag);
        headers.setContentDisposition(
                (file.type().isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(file.name())
                        .build());
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        return headers;
    }
}
