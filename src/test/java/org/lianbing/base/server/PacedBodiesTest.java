package org.lianbing.base.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** What a real Tomcat does with bodies that trickle. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PacedBodiesTest {

    private final Tomcat tomcat = new Tomcat();
    private final AtomicLong now = new AtomicLong();

    /** What each look at the clock finds gone by. */
    private volatile long step;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.setSilent(true);
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "reader", new Reader());
        context.addServletMappingDecoded("/*", "reader");
        tomcat.getEngine().getPipeline().addValve(new PacedBodies(() -> now.addAndGet(step)));
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @ParameterizedTest
    @CsvSource({"/stream, application/json", "/form, application/x-www-form-urlencoded"})
    void aBodyThatTricklesIsEnded(String path, String type) throws Exception {
        step = 20_000;
        try (Socket line = line()) {
            send(line, head(path, type, 1_000));
            assertThat(trickled(line)).startsWith("HTTP/1.1 408").contains("base.too-slow");
        }
    }

    @Test
    void aBodyInGoodTimeIsRead() throws Exception {
        try (Socket line = line()) {
            send(line, head("/stream", "application/json", 4));
            send(line, "ab");
            send(line, "cd");
            assertThat(answer(line)).startsWith("HTTP/1.1 200").endsWith("abcd");
        }
    }

    @Test
    void whatNobodyReadsIsAnsweredAtOnceAndHoldsNoTurn() throws Exception {
        step = 20_000;
        try (Socket line = line()) {
            send(line, head("/refused", "application/json", 1_000));
            assertThat(answer(line)).startsWith("HTTP/1.1 401");
            assertThat(trickled(line)).isEmpty();
        }
    }

    @Test
    void whatNobodyReadsLeavesTheLineOpenWhenItComesInGoodTime() throws Exception {
        try (Socket line = line()) {
            send(line, head("/refused", "application/json", 4));
            assertThat(answer(line)).startsWith("HTTP/1.1 401");
            send(line, "abcd");
            send(line, head("/stream", "application/json", 2));
            send(line, "ef");
            assertThat(answer(line)).startsWith("HTTP/1.1 200").endsWith("ef");
        }
    }

    private Socket line() throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
    }

    private static String head(String path, String type, int length) {
        return "POST %s HTTP/1.1\r\nHost: here\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, type, length);
    }

    private static void send(Socket line, String text) throws IOException {
        line.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }

    /** Sends letter by letter until the other side answers or closes; everything that it says. */
    private static String trickled(Socket line) throws IOException {
        line.setSoTimeout(50);
        try {
            for (int n = 0; n < 200; n++) {
                send(line, "x");
                int first = first(line);
                if (first >= 0) {
                    line.setSoTimeout(0);
                    return (char) first + whole(line);
                }
            }
        } catch (SocketException ended) {
            // As it should.
        }
        return "";
    }

    /** The first that the other side says, if it says something by now; negative else. */
    private static int first(Socket line) throws IOException {
        try {
            return line.getInputStream().read();
        } catch (SocketTimeoutException nothingYet) {
            return -1;
        }
    }

    /** One answer with a length. */
    private static String answer(Socket line) throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        InputStream in = line.getInputStream();
        String text = "";
        while (!text.contains("\r\n\r\n")) {
            told.write(in.read());
            text = told.toString(StandardCharsets.US_ASCII);
        }
        int length = Integer.parseInt(text.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        return text + new String(in.readNBytes(length), StandardCharsets.US_ASCII);
    }

    /** Everything until the other side closes. */
    private static String whole(Socket line) throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try {
            line.getInputStream().transferTo(told);
        } catch (SocketException reset) {
            // Closed with something unread on its way.
        }
        return told.toString(StandardCharsets.US_ASCII);
    }

    private static final class Reader extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                switch (request.getRequestURI()) {
                    case "/stream" ->
                        tell(
                                response,
                                200,
                                new String(request.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
                    case "/form" -> tell(response, 200, String.valueOf(request.getParameter("x")));
                    default -> tell(response, 401, "who?");
                }
            } catch (Problem problem) {
                tell(response, problem.kind().status(), problem.code());
            }
        }

        private static void tell(HttpServletResponse response, int status, String text) throws IOException {
            response.setStatus(status);
            response.setContentLength(text.length());
            response.getOutputStream().print(text);
        }
    }
}
