package org.lianbing.walk;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections on each of which a request was begun that is never sent to its end. */
final class SlowClients implements AutoCloseable {

    private static final String BEGUN = """
            POST /api/tokens HTTP/1.1
            Host: localhost
            Content-Type: application/json
            Content-Length: 100
            Expect: 100-continue

            {"username":""";

    private static final String CONTINUE = "HTTP/1.1 100";
    private static final int TIMEOUT_MILLIS = 30_000;

    private final List<Socket> sockets = new ArrayList<>();

    private SlowClients() {}

    static SlowClients hold(String baseUrl, int count) throws IOException {
        SlowClients clients = new SlowClients();
        URI url = URI.create(baseUrl);
        for (int n = 0; n < count; n++) {
            Socket socket = new Socket(url.getHost(), url.getPort());
            clients.sockets.add(socket);
            socket.getOutputStream().write(BEGUN.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        for (Socket socket : clients.sockets) {
            awaitWork(socket);
        }
        return clients;
    }

    /** The server asks for the rest as soon as it works on a request. */
    private static void awaitWork(Socket socket) throws IOException {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        String answer = new String(socket.getInputStream().readNBytes(CONTINUE.length()), StandardCharsets.US_ASCII);
        if (!answer.equals(CONTINUE)) {
            throw new IOException("instead of asking for the rest, the server said " + answer);
        }
    }

    int count() {
        return sockets.size();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
