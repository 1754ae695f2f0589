package org.lianbing.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.Started;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.store.Committing;
import org.lianbing.base.store.GroupCommit;

/**
 * The start of everybody at one instant: a few threads commit what arrived, many starts to a commit. One person always
 * goes to the same of them.
 */
@Component
class Starts implements Committing {

    private static final GroupCommit.Bounds BOUNDS = new GroupCommit.Bounds(20_000, 1_000, Duration.ofSeconds(15));

    /** Who starts what, from where, and when it arrived. */
    record Asked(ExamId exam, PersonId person, String device, Instant at) {}

    private final StartBatch batch;
    private final List<GroupCommit<Asked, Optional<Started>>> commits;
    private volatile boolean running;

    Starts(StartBatch batch, @Value("${lianbing.exam.starters:2}") int starters) {
        this.batch = batch;
        this.commits = IntStream.range(0, starters)
                .mapToObj(number -> new GroupCommit<>("starts-" + number, BOUNDS, this::begin))
                .toList();
    }

    /**
     * Starts what is prepared for the person, and returns after the commit; empty where nothing is, or where it cannot
     * be started now.
     *
     * @throws Problem unavailable, where it is not known what became of it: the same may be asked again
     */
    Optional<Started> start(ExamId exam, PersonId person, String device, Instant now) {
        int shard = Math.floorMod(person.value().hashCode(), commits.size());
        return commits.get(shard).ask(new Asked(exam, person, device, now));
    }

    private List<Optional<Started>> begin(List<Asked> asked) {
        Map<ExamId, List<Asked>> byExam = new LinkedHashMap<>();
        asked.forEach(one ->
                byExam.computeIfAbsent(one.exam(), exam -> new ArrayList<>()).add(one));
        Map<Asked, Started> started = new HashMap<>();
        byExam.forEach((exam, starts) -> started.putAll(beginOf(exam, starts)));
        return asked.stream()
                .map(one -> Optional.ofNullable(started.remove(one)))
                .toList();
    }

    /** Of several starts of one person the first counts; the others find what it began. */
    private Map<Asked, Started> beginOf(ExamId exam, List<Asked> asked) {
        Map<PersonId, Asked> first = new LinkedHashMap<>();
        asked.forEach(one -> first.putIfAbsent(one.person(), one));
        Map<Asked, Started> started = new HashMap<>();
        batch.begin(exam, List.copyOf(first.values())).forEach((person, its) -> started.put(first.get(person), its));
        return started;
    }

    @Override
    public void start() {
        commits.forEach(GroupCommit::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        commits.forEach(GroupCommit::finish);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
