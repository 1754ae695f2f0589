package org.lianbing.bench;

import java.nio.charset.StandardCharsets;

/**
 * What came back for a {@link Shot}.
 *
 * @param status such as 200; 0 where the connection broke
 * @param body as it was sent, compressed or not; empty where there is none
 * @param nanos from when the request was due until the last byte of the answer was read
 */
record ShotAnswer(int status, byte[] body, long nanos) {

    /** The body as text. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
