package org.lianbing.bench;

import java.util.function.Consumer;

/**
 * One request that a {@link Volley} is to send.
 *
 * @param due when, by {@link System#nanoTime}; its latency counts from here, whether its connection was free or not
 * @param request the bytes of a whole HTTP/1.1 request
 * @param answered hears the answer on the connection's own thread; status 0 where the connection broke before it came
 */
record Shot(long due, byte[] request, Consumer<ShotAnswer> answered) {}
