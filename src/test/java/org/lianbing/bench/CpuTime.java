package org.lianbing.bench;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
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
        private final Map<String, Duration> used = Stream.concat(
                        Stream.of(ProcessHandle.current()), ProcessHandle.allProcesses())
                .distinct()
                .collect(Collectors.groupingBy(
                        Snapshot::kind,
                        Collectors.reducing(
                                Duration.ZERO,
                                process -> process.info().totalCpuDuration().orElse(Duration.ZERO),
                                Duration::plus)));

        private static String kind(ProcessHandle process) {
            if (process.equals(ProcessHandle.current())) {
                return "driver";
            }
            if (isOurs(process)) {
                return process.info().command().orElse("").endsWith("postgres") ? "database" : "server";
            }
            return "others";
        }

        private static boolean isOurs(ProcessHandle process) {
            return ProcessHandle.current().descendants().anyMatch(process::equals);
        }

        CpuTime until(Snapshot end) {
            double seconds = (end.at - at) / 1e9;
            return new CpuTime(
                    cores("driver", end, seconds), cores("server", end, seconds), cores("database", end, seconds));
        }

        private double cores(String kind, Snapshot end, double seconds) {
            Duration before = used.getOrDefault(kind, Duration.ZERO);
            Duration after = end.used.getOrDefault(kind, Duration.ZERO);
            return after.minus(before).toNanos() / 1e9 / seconds;
        }
    }
}
