package org.lianbing.attempt.rest;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.modulith.NamedInterface;

import org.lianbing.attempt.WorkFile;

/**
 * A file of work as it is told over HTTP.
 *
 * @param hash of its content: its name in responses and in its address
 * @param type what it is by its content
 * @param size in bytes
 * @param width of a picture, in pixels; 0 for none
 * @param height likewise
 */
@NamedInterface("rest")
@Schema(name = "WorkFile")
public record WorkFileFacts(
        @Schema(description = "SHA-256 of its content, hexadecimal: its name in responses and in its address")
        String hash,

        @Schema(allowableValues = {"image/jpeg", "image/png", "image/webp", "application/pdf"})
        String type,

        int size,

        @Schema(description = "Of a picture, in pixels; 0 for none")
        int width,

        int height) {

    /** Of one. */
    public static WorkFileFacts of(WorkFile file) {
        return new WorkFileFacts(file.id().hash(), file.type().contentType(), file.size(), file.width(), file.height());
    }

    /** Of several, in their order. */
    public static List<WorkFileFacts> of(List<WorkFile> files) {
        return files.stream().map(WorkFileFacts::of).toList();
    }
}
