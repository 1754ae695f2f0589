package org.lianbing.bank.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;

import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.exchange.store.ImportRowTable;
import org.lianbing.base.Problem;

/**
 * The rows of an import that are ready, part by part, with the drafts that they say. A part is read and checked while
 * the one before is written; that takes a second connection to the database, so only a few imports do it at a time, and
 * the others go one step after the other.
 */
final class ReadyRows implements AutoCloseable {

    private static final Set<RowState> READY = Set.of(RowState.READY);
    private static final Semaphore AHEAD = new Semaphore(2);

    private final ImportRowTable rows;
    private final ImportId id;
    private final RowCheck check;
    private final boolean ahead = AHEAD.tryAcquire();
    private final Executor executor;
    private CompletableFuture<List<Ready>> next;

    /** @param id an import whose rows nobody else changes meanwhile */
    ReadyRows(ImportRowTable rows, ImportId id, RowCheck check) {
        this.rows = rows;
        this.id = id;
        this.check = check;
        this.executor = ahead
                ? new DelegatingSecurityContextExecutor(
                        task -> Thread.ofVirtual().name("commit-" + id).start(task))
                : Runnable::run;
        // What goes wrong is told by next(), when there is somebody to close this again.
        this.next = CompletableFuture.supplyAsync(() -> behind(0), Runnable::run);
    }

    /**
     * A row and what becomes of it.
     *
     * @param draft what it says; null where it is refused
     * @param refusal why it must not become an item after all, or null
     */
    record Ready(
            ImportRow row,
            @Nullable ItemDraft draft,
            @Nullable Problem refusal) {

        /** @throws Problem the refusal */
        ItemDraft demanded() {
            if (draft == null) {
                throw refusal == null ? new IllegalStateException("neither draft nor refusal") : refusal;
            }
            return draft;
        }
    }

    /** The next part; an empty one behind the last. */
    List<Ready> next() {
        List<Ready> part;
        try {
            part = next.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        if (!part.isEmpty()) {
            int last = part.getLast().row().number();
            next = CompletableFuture.supplyAsync(() -> behind(last), executor);
        }
        return part;
    }

    private List<Ready> behind(int number) {
        return rows.after(id, READY, number, Intake.PART).stream()
                .map(this::checked)
                .toList();
    }

    private Ready checked(ImportRow row) {
        ImportRow checked = check.check(row);
        Optional<ImportProblem> wrong =
                checked.problems().stream().filter(ImportProblem::blocks).findFirst();
        if (wrong.isPresent()) {
            Problem refused = Problem.conflict("exchange.row-refused", row.number(), row.sheet())
                    .with("reason", wrong.get().code());
            return new Ready(row, null, refused);
        }
        return check.draft(row)
                .map(draft -> new Ready(row, draft, null))
                .orElseGet(() -> new Ready(
                        row, null, Problem.invalid("exchange.trade-needed").with("field", "trade")));
    }

    /** Waits for what is still read, so that nothing goes on behind the transaction. */
    @Override
    public void close() {
        next.handle((part, failure) -> null).join();
        if (ahead) {
            AHEAD.release();
        }
    }
}
