package org.lianbing.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** The connections of one thread of a {@link Volley}. */
final class VolleyLoop implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final byte[] NOTHING = {};

    /** One connection, with the request that is on its way or comes next. */
    private static final class Lane {
        private final SocketChannel channel;
        private Supplier<@Nullable Shot> script = () -> null;
        private @Nullable Shot shot;
        private @Nullable ByteBuffer unsent;
        private AnswerBytes answer = new AnswerBytes();

        Lane(SocketChannel channel) {
            this.channel = channel;
        }

        long due() {
            Shot next = shot;
            return next == null ? Long.MAX_VALUE : next.due();
        }
    }

    private final Selector selector;
    private final List<Lane> lanes = new ArrayList<>();
    private final PriorityQueue<Lane> waiting = new PriorityQueue<>(Comparator.comparingLong(Lane::due));
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private int busy;

    VolleyLoop() throws IOException {
        this.selector = Selector.open();
    }

    void connect(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Lane lane = new Lane(channel);
        channel.register(selector, SelectionKey.OP_READ, lane);
        lanes.add(lane);
    }

    void run(List<Supplier<@Nullable Shot>> scripts) {
        for (int n = 0; n < scripts.size(); n++) {
            lanes.get(n).script = scripts.get(n);
            next(lanes.get(n));
        }
        try {
            while (busy > 0 || !waiting.isEmpty()) {
                sendDue();
                select();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void next(Lane lane) {
        lane.shot = lane.script.get();
        if (lane.shot != null) {
            waiting.add(lane);
        }
    }

    private void sendDue() {
        long now = System.nanoTime();
        for (Lane lane = waiting.peek(); lane != null && lane.due() <= now; lane = waiting.peek()) {
            waiting.poll();
            busy++;
            Shot shot = lane.shot;
            lane.unsent = ByteBuffer.wrap(shot == null ? NOTHING : shot.request());
            lane.answer = new AnswerBytes();
            write(lane);
        }
    }

    private void select() throws IOException {
        Lane first = waiting.peek();
        long nanos = first == null ? 1_000_000_000L : first.due() - System.nanoTime();
        if (nanos <= 0) {
            selector.selectNow();
        } else {
            selector.select(Math.max(1, nanos / 1_000_000));
        }
        for (SelectionKey key : selector.selectedKeys()) {
            Lane lane = (Lane) key.attachment();
            if (key.isValid() && key.isWritable()) {
                write(lane);
            }
            if (key.isValid() && key.isReadable()) {
                read(lane);
            }
        }
        selector.selectedKeys().clear();
    }

    private void write(Lane lane) {
        ByteBuffer unsent = lane.unsent;
        if (unsent == null) {
            return;
        }
        try {
            lane.channel.write(unsent);
            boolean all = !unsent.hasRemaining();
            SelectionKey key = lane.channel.keyFor(selector);
            key.interestOps(all ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            lane.unsent = all ? null : unsent;
        } catch (IOException e) {
            broken(lane);
        }
    }

    private void read(Lane lane) {
        try {
            buffer.clear();
            int count = lane.channel.read(buffer);
            if (count < 0) {
                broken(lane);
                return;
            }
            buffer.flip();
            if (lane.shot != null && lane.answer.take(buffer)) {
                answered(lane, lane.answer.status(), lane.answer.body());
            }
        } catch (IOException e) {
            broken(lane);
        }
    }

    private void answered(Lane lane, int status, byte[] body) {
        Shot shot = lane.shot;
        busy--;
        if (shot != null) {
            shot.answered().accept(new ShotAnswer(status, body, System.nanoTime() - shot.due()));
        }
        if (lane.channel.isOpen()) {
            next(lane);
        } else {
            lane.shot = null;
        }
    }

    /** The request under way has no answer, and the connection sends no more. */
    private void broken(Lane lane) {
        try {
            lane.channel.close();
        } catch (IOException closed) {
            // It is gone either way.
        }
        if (lane.shot != null && !waiting.remove(lane)) {
            answered(lane, 0, NOTHING);
        }
    }

    @Override
    public void close() throws IOException {
        for (Lane lane : lanes) {
            lane.channel.close();
        }
        selector.close();
    }
}
