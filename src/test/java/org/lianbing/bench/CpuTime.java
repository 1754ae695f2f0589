package org.lianbing.bench;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Who used the processors between two moments.
 *
 * @param driver this process, in cores
 * @param server the application, in cores
 * @param database PostgreSQL, in cores
 */
record CpuTime(double driver, double server, double database) {

    /** What the processes had used at a moment. */
    static final class Snapshot {

        private final long at = System.nanoTime();
        private final Duration driver = used(ProcessHandle.current());
        private final Duration server;
        private final Duration database;

        /**
         * @param postmaster the process under which PostgreSQL's others run; it is no child of the application
         */
        Snapshot(long postmaster) {
            this.server = ProcessHandle.current()
                    .descendants()
                    .filter(process -> !isPostgres(process))
                    .map(Snapshot::used)
                    .reduce(Duration.ZERO, Duration::plus);
            this.database = ProcessHandle.of(postmaster).stream()
                    .flatMap(parent -> Stream.concat(Stream.of(parent), parent.children()))
                    .map(Snapshot::used)
                    .reduce(Duration.ZERO, Duration::plus);
        }

        private static Duration used(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }

        private static boolean isPostgres(ProcessHandle process) {
            return process.info().command().orElse("").endsWith("postgres");
        }

        CpuTime until(Snapshot end) {
            double nanos = end.at - at;
            return new CpuTime(
                    end.driver.minus(driver).toNanos() / nanos,
                    end.server.minus(server).toNanos() / nanos,
                    end.database.minus(database).toNanos() / nanos);
        }
    }
}
