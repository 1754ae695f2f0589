package org.lianbing.base.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

import org.lianbing.base.Pace;
import org.lianbing.base.Problem;

/**
 * Ends bodies that trickle, at any address: a thousand of them would hold all {@linkplain RequestThreads turns}. Stands
 * below everything that reads a body, be it a stream, a form or a file in a form. What nobody has read is read to its
 * end at the same pace, before Tomcat would do so without a limit of time.
 */
final class PacedBodies extends ValveBase {

    /** Of what nobody wants to read; where more is left, the connection is closed. */
    private static final int MOST_UNREAD = 2 * 1024 * 1024;

    private final LongSupplier millis;

    PacedBodies(LongSupplier millis) {
        super(true);
        this.millis = millis;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request sent = request.getCoyoteRequest();
        if (isRead(sent)) {
            getNext().invoke(request, response);
            return;
        }
        InputBuffer line = sent.getInputBuffer();
        Pace pace = new Pace(millis);
        sent.setInputBuffer(new Paced(line, pace));
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && !isRead(sent)) {
                readToItsEnd(sent, response, pace);
            }
        } finally {
            // Tomcat uses it for the next request.
            sent.setInputBuffer(line);
        }
    }

    private static boolean isRead(org.apache.coyote.Request sent) {
        AtomicBoolean all = new AtomicBoolean();
        sent.action(ActionCode.REQUEST_BODY_FULLY_READ, all);
        return all.get();
    }

    /** Whoever waits for the answer before they send the rest gets it first. */
    private static void readToItsEnd(org.apache.coyote.Request sent, Response response, Pace pace) throws IOException {
        response.finishResponse();
        if (pace.isLate()) {
            close(response, null);
            return;
        }
        boolean isNeverSent = sent.hasExpectation() && response.getStatus() / 100 != 2;
        if (isNeverSent) {
            return;
        }
        try {
            Unread unread = new Unread();
            int left = MOST_UNREAD;
            int read = sent.doRead(unread);
            while (read >= 0 && left >= 0) {
                left -= read;
                read = sent.doRead(unread);
            }
            if (left < 0) {
                close(response, null);
            }
        } catch (Problem | IOException e) {
            close(response, e);
        }
    }

    private static void close(Response response, @Nullable Exception cause) {
        response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, cause);
    }

    private record Paced(InputBuffer line, Pace pace) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler reader) throws IOException {
            return pace.read(() -> line.doRead(reader));
        }

        @Override
        public int available() {
            return line.available();
        }
    }

    /** Takes what was read and does nothing with it. */
    private static final class Unread implements ApplicationBufferHandler {

        private ByteBuffer bytes = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }
}
