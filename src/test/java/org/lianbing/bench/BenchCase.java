package org.lianbing.bench;

import java.util.function.Consumer;

/** One measurement. */
interface BenchCase {

    /** What it is called on the command line. */
    String name();

    /** What it measures, in one line. */
    String what();

    /** Runs it and prints figures; whether nothing was lost and all bounds were kept. */
    boolean run(BenchOptions options, Consumer<String> out) throws Exception;
}
