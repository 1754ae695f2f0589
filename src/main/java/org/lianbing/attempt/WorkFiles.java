package org.lianbing.attempt;

import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.attempt.store.AttemptRows;
import org.lianbing.attempt.store.WorkFileRows;
import org.lianbing.attempt.work.Arrival;
import org.lianbing.attempt.work.Receptions;
import org.lianbing.attempt.work.WorkSigns;
import org.lianbing.base.Pace;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.media.MediaStream;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.SlotKey;

/**
 * Photographs and files of work, handed in with written responses. A file is sent by itself before a response names it,
 * under the hash of its content, so that it may be sent as often as one likes; it is committed before it is
 * acknowledged. It belongs to its attempt alone.
 */
@Service
public class WorkFiles {

    /** The largest file taken, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /** How many files of one attempt are kept, those that were taken out of a response again among them. */
    public static final int MOST_FILES = 60;

    private static final long MOST_TOGETHER = 100L * 1024 * 1024;

    /** How many bytes of one person are kept over all their attempts of practice, of which there may be any number. */
    public static final long MOST_IN_PRACTICE = 500L * 1024 * 1024;

    /** A part of the requests that may be at work: whoever saves an answer must not wait for slow lines. */
    private static final int AT_ONCE = 200;

    /** How many are written at a time; files of one attempt one after the other. */
    private static final int LINES = 4;

    private static final int IN_MEMORY = 100_000;

    private final AttemptRows attempts;
    private final WorkFileRows rows;
    private final Forms forms;
    private final TransactionTemplate transaction;
    private final Receptions receptions = new Receptions(AT_ONCE);
    private final List<Lock> lines =
            Stream.<Lock>generate(ReentrantLock::new).limit(LINES).toList();

    /** Files are never taken away, so that what was there once is there. */
    private final Cache<Place, Boolean> known =
            Caffeine.newBuilder().maximumSize(IN_MEMORY).build();

    private record Place(AttemptId attempt, WorkFileId file) {}

    WorkFiles(AttemptRows attempts, WorkFileRows rows, Forms forms, TransactionTemplate transaction) {
        this.attempts = attempts;
        this.rows = rows;
        this.forms = forms;
        this.transaction = transaction;
    }

    /**
     * Takes a file; returns after the commit. The same file again is the same file. What counts for the deadline is when
     * it had arrived as a whole.
     *
     * @param clock tells that moment
     * @throws Problem conflict, where the attempt takes nothing now; invalid or too large, where it takes no such file;
     *     throttled or unavailable, where too many are being sent at this moment; timed out, where it comes too slowly
     */
    public WorkFile take(Candidate candidate, WorkFileId id, InputStream body, InstantSource clock) {
        Pace pace = new Pace(clock::millis);
        try (Receptions.Turn turn = receptions.begin(candidate.person())) {
            Optional<WorkFile> before = rows.find(candidate.attempt(), id);
            if (before.isPresent()) {
                // Whoever did not hear that it was taken hears it now, whatever has happened since.
                Arrival.drain(body, MOST_BYTES, pace);
                return before.get();
            }
            Attempt attempt = attempts.find(candidate.attempt()).orElseThrow(WorkFiles::none);
            requireOpen(attempt, candidate, clock.instant());
            if (!takesAny(forms.get(attempt.form()))) {
                throw Problem.invalid("attempt.work.none");
            }
            try (Arrival arrival = Arrival.of(body, MOST_BYTES, pace)) {
                return keep(candidate, id, arrival, clock.instant());
            }
        }
    }

    private WorkFile keep(Candidate candidate, WorkFileId id, Arrival arrival, Instant receivedAt) {
        if (!arrival.hash().equals(id.hash())) {
            throw Problem.invalid("attempt.work.damaged");
        }
        WorkSigns.Found found = arrival.signs();
        WorkFile file = new WorkFile(
                candidate.attempt(), id, found.type(), arrival.size(), found.width(), found.height(), receivedAt);
        // Waiting here holds no connection: those are for the answers.
        Lock line = lines.get(Math.floorMod(file.attempt().hashCode(), lines.size()));
        line.lock();
        try {
            WorkFile kept = transaction.execute(status -> kept(candidate, file, arrival));
            known.put(new Place(candidate.attempt(), id), true);
            return kept;
        } finally {
            line.unlock();
        }
    }

    /** The attempt is looked at last, so that its row is held no longer than for the commit. */
    private WorkFile kept(Candidate candidate, WorkFile file, Arrival arrival) {
        WorkFileRows.Held held = rows.hold(file.attempt());
        Optional<WorkFile> before = rows.find(file.attempt(), file.id());
        if (before.isPresent()) {
            return before.get();
        }
        if (held.files() >= MOST_FILES || held.bytes() + file.size() > MOST_TOGETHER) {
            throw Problem.conflict("attempt.work.full", MOST_FILES, MOST_TOGETHER >> 20);
        }
        requireRoomInPractice(candidate, file.size());
        rows.add(file, arrival.content());
        requireOpen(attempts.share(file.attempt()).orElseThrow(WorkFiles::none), candidate, file.receivedAt());
        return file;
    }

    private void requireRoomInPractice(Candidate candidate, int size) {
        Attempt attempt = attempts.find(candidate.attempt()).orElseThrow(WorkFiles::none);
        if (attempt.behaviour() == Behaviour.IMMEDIATE
                && rows.holdPractice(attempt.person()) + size > MOST_IN_PRACTICE) {
            throw Problem.conflict("attempt.work.person-full", MOST_IN_PRACTICE >> 20);
        }
    }

    private static void requireOpen(Attempt attempt, Candidate candidate, Instant at) {
        attempt.requireEpoch(candidate);
        attempt.requireRunning(at);
        if (attempt.window().phaseAt(at) == AttemptWindow.Phase.PAUSED) {
            throw Problem.conflict("attempt.paused");
        }
    }

    /** Whether any response to this form may have files. */
    static boolean takesAny(Form form) {
        return form.slots().stream().anyMatch(slot -> slot.key() instanceof SlotKey.Written key && key.uploads() > 0);
    }

    /** Whether the attempt has all of these. */
    boolean has(AttemptId attempt, Collection<WorkFileId> ids) {
        Set<WorkFileId> unknown = new HashSet<>(ids);
        unknown.removeIf(id -> known.getIfPresent(new Place(attempt, id)) != null);
        if (!unknown.isEmpty()) {
            Set<WorkFileId> there = rows.existing(attempt, unknown);
            there.forEach(id -> known.put(new Place(attempt, id), true));
            unknown.removeAll(there);
        }
        return unknown.isEmpty();
    }

    /** What is known of files of an attempt, in the order in which they are named. */
    List<WorkFile> all(AttemptId attempt, Collection<WorkFileId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<WorkFileId, WorkFile> found =
                rows.all(attempt, ids).stream().collect(Collectors.toMap(WorkFile::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /**
     * A file of a person's own attempt, while it runs and afterwards.
     *
     * @throws Problem not found, for the attempt of somebody else
     */
    public WorkFile own(PersonId asker, AttemptId attempt, WorkFileId id) {
        return attempts.find(attempt)
                .filter(found -> found.person().equals(asker))
                .flatMap(found -> rows.find(attempt, id))
                .orElseThrow(WorkFiles::none);
    }

    /** The content, piece by piece. */
    public InputStream read(WorkFile file) {
        return new MediaStream((from, length) -> rows.part(file, from, length), 0, file.size());
    }

    private static Problem none() {
        return Problem.notFound("base.not-found");
    }
}
