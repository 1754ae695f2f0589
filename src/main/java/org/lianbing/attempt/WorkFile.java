package org.lianbing.attempt;

import java.time.Instant;

/**
 * A stored photograph or file of work, without its content.
 *
 * @param attempt in which it was handed in; nobody finds it by its hash alone
 * @param id its content's hash
 * @param type what it is by its content
 * @param size in bytes
 * @param width of a picture, in pixels; 0 for none
 * @param height likewise
 * @param receivedAt when it had arrived as a whole
 */
public record WorkFile(
        AttemptId attempt, WorkFileId id, WorkFileType type, int size, int width, int height, Instant receivedAt) {

    /** What it is called where it is saved: says nothing of who handed it in. */
    public String name() {
        return "work-" + id.hash().substring(0, 8) + "." + type.ending();
    }
}
