package org.lianbing.bench;

/** This machine cannot do what is to be measured; the message says what it needs. */
final class BenchRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchRefused(String message) {
        super(message);
    }
}
