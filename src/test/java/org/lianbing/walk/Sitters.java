package org.lianbing.walk;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.lianbing.bench.BenchDatabase;

import static org.awaitility.Awaitility.await;

/** A hall of sitters at work, whose common ledger is compared with the database. */
final class Sitters {

    static final int WORKERS = 9;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Sitter> all = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    private Sitters() {}

    /**
     * Lets them begin, and returns when each has been promised something.
     *
     * @param exams the exams of contests that are open to all of them
     */
    static Sitters begin(PackagedServer server, List<String> exams, int mostAnswers)
            throws IOException, InterruptedException {
        Sitters sitters = new Sitters();
        for (int n = 1; n <= WORKERS; n++) {
            sitters.all.add(new Sitter(server.baseUrl(), "worker" + n, "electrician", exams, mostAnswers));
        }
        for (Sitter sitter : sitters.all) {
            sitters.threads.add(Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, failure) -> sitters.fail(failure))
                    .start(sitter));
        }
        sitters.awaitPromisesOfAll();
        return sitters;
    }

    private synchronized void fail(Throwable failure) {
        failures.add(failure);
    }

    int promises() {
        return all.stream().mapToInt(Sitter::promises).sum();
    }

    /** Returns when each of them was promised something more than until now. */
    void awaitPromisesOfAll() {
        List<Integer> before = all.stream().map(Sitter::promises).toList();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            for (int n = 0; n < all.size(); n++) {
                if (all.get(n).promises() <= before.get(n)) {
                    return !failed().isEmpty();
                }
            }
            return true;
        });
        if (!failed().isEmpty()) {
            throw new AssertionError("a sitter was answered what no player expects", failed().getFirst());
        }
    }

    private synchronized List<Throwable> failed() {
        return List.copyOf(failures);
    }

    /** Ends their work; what was under way may or may not have come to something. */
    void stop() throws InterruptedException {
        all.forEach(Sitter::stop);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** What was promised and is not in the database as it was promised, and what is scored more or less than once. */
    List<String> broken(BenchDatabase database) throws IOException, SQLException {
        List<String> broken = new ArrayList<>();
        failed().forEach(failure -> broken.add(String.valueOf(failure.getMessage())));
        try (Connection connection = database.connect()) {
            for (Sitter sitter : all) {
                for (Sitter.Promises promises : sitter.ledger()) {
                    compare(connection, promises, broken);
                }
            }
        }
        return broken;
    }

    private static void compare(Connection connection, Sitter.Promises promises, List<String> broken)
            throws SQLException {
        UUID attempt = UUID.fromString(promises.attempt);
        Map<Integer, String> stored = BenchDatabase.steps(connection, attempt);
        promises.steps.forEach((sequence, value) -> {
            if (!value.equals(stored.get(sequence))) {
                broken.add(
                        "%s sequence %d: %s instead of %s".formatted(attempt, sequence, stored.get(sequence), value));
            }
        });
        Ending ending = ending(connection, attempt);
        if (ending.ended() != (ending.digest() != null) || ending.scores() != (ending.ended() ? ending.slots() : 0)) {
            broken.add("%s is %s with %d scores of %d slots"
                    .formatted(attempt, ending.state(), ending.scores(), ending.slots()));
        }
        if (ending.state().equals("PREPARED") || !Objects.equals(promises.deadline, ending.deadline())) {
            broken.add("%s is %s with the deadline %s instead of %s"
                    .formatted(attempt, ending.state(), ending.deadline(), promises.deadline));
        }
        if (promises.receipt != null && !promises.receipt.equals(ending.digest())) {
            broken.add(
                    "%s: the receipt says %s, the database %s".formatted(attempt, promises.receipt, ending.digest()));
        }
    }

    private record Ending(
            String state, @Nullable String digest, @Nullable Instant deadline, int slots, int scores) {

        boolean ended() {
            return !state.equals("STARTED");
        }
    }

    private static Ending ending(Connection connection, UUID attempt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
            select a.state, a.digest, a.deadline, a.slots,
                   (select count(*) from attempt.slot_score s where s.attempt_id = a.id) as scores
            from attempt.attempt a where a.id = ?
            """)) {
            statement.setObject(1, attempt);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return new Ending("LOST", null, null, 0, 0);
                }
                Timestamp deadline = row.getTimestamp("deadline");
                return new Ending(
                        Objects.requireNonNull(row.getString("state")),
                        row.getString("digest"),
                        deadline == null ? null : deadline.toInstant(),
                        row.getInt("slots"),
                        row.getInt("scores"));
            }
        }
    }
}
