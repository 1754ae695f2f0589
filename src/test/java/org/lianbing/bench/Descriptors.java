package org.lianbing.bench;

import java.lang.management.ManagementFactory;

import com.sun.management.UnixOperatingSystemMXBean;

/** File descriptors: each connection takes one of the driver and one of the server, which inherits the same limit. */
final class Descriptors {

    /** For jars, logs and the connections to the database. */
    private static final int OTHERS = 1_000;

    private Descriptors() {}

    /**
     * Looks whether there are enough, before anything is begun.
     *
     * @throws BenchRefused where there are not
     */
    static void require(int connections) {
        // Java has raised the limit as far as it may.
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                && system.getMaxFileDescriptorCount() < connections + OTHERS) {
            throw new BenchRefused(
                    "%,d connections need %,d file descriptors, and %,d are allowed: raise the limit (ulimit -Hn) or ask for fewer with --people or --connections"
                            .formatted(connections, connections + OTHERS, system.getMaxFileDescriptorCount()));
        }
    }
}
