package org.lianbing.search.elastic;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.search.elastic.ElasticStates.State;
import org.lianbing.search.store.DocumentChanges;
import org.lianbing.search.store.DocumentChanges.Change;
import org.lianbing.search.store.DocumentChanges.Key;
import org.lianbing.search.store.DocumentChanges.Stored;

/**
 * Lets the index follow the documents in PostgreSQL, from one node at a time: what was written since the watermark is
 * sent again and again until the watermark has passed it, which does no harm. Where there is no index to rely on, it
 * makes one beside, and lets the alias point to it when it holds everything.
 */
final class ElasticFollower {

    private static final Logger LOG = LoggerFactory.getLogger(ElasticFollower.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final int BATCH = 500;
    /** Without news for so long, an index may lack something. */
    static final Duration STALE = Duration.ofSeconds(5);

    private static final Duration TELL = Duration.ofSeconds(1);
    private static final Duration COUNT = Duration.ofSeconds(30);

    private final ElasticIndexes indexes;
    private final ElasticStates states;
    private final DocumentChanges changes;
    private final TransactionTemplate locked;
    private final Clock clock;
    private final Map<Key, Long> sent = new HashMap<>();
    private String sentTo = "";
    private Instant counted = Instant.EPOCH;
    private int wrongCounts;
    private volatile boolean suspected;
    private volatile Standing standing = Standing.UNKNOWN;

    /** How the index stands, as this node knows it. */
    enum Standing {
        UNKNOWN,
        FOLLOWS,
        BEHIND,
        DOES_NOT_ANSWER
    }

    ElasticFollower(
            ElasticIndexes indexes,
            ElasticStates states,
            DocumentChanges changes,
            TransactionTemplate locked,
            Clock clock) {
        this.indexes = indexes;
        this.states = states;
        this.changes = changes;
        this.locked = locked;
        this.clock = clock;
    }

    /** Whether the index holds everything that was there a moment ago. */
    boolean ready() {
        return standing == Standing.FOLLOWS;
    }

    Standing standing() {
        return standing;
    }

    /** Somebody has seen an answer that looks as if the index had been emptied. */
    void suspect() {
        suspected = true;
    }

    /** One step: follows, or makes the index anew, if no other node does; and looks how it stands. */
    void step() {
        try {
            // Holds the lock and nothing else: what is remembered is committed on its own, so that others see it.
            locked.executeWithoutResult(status -> {
                if (states.lock(indexes.alias())) {
                    work();
                }
            });
            standing = states.live(indexes.alias())
                            .filter(state -> state.followedAt().plus(STALE).isAfter(clock.instant()))
                            .isPresent()
                    ? Standing.FOLLOWS
                    : Standing.BEHIND;
        } catch (NoAnswer e) {
            if (standing != Standing.DOES_NOT_ANSWER) {
                LOG.warn("Elasticsearch does not answer; PostgreSQL does in its place. {}", e.getMessage());
            }
            standing = Standing.DOES_NOT_ANSWER;
        }
    }

    /** Elasticsearch did not do what it was asked. */
    private static final class NoAnswer extends RuntimeException {

        NoAnswer(IOException e) {
            super(e.toString(), e);
        }
    }

    private void work() {
        try {
            Optional<State> state = states.live(indexes.alias());
            Optional<String> live = indexes.live();
            boolean usable = state.isPresent() && live.equals(state.map(State::name));
            if (!usable && state.isPresent()) {
                states.forget(indexes.alias());
            }
            if (usable && state.get().shape().equals(indexes.shape())) {
                State followed = follow(state.get());
                if (lacksSomething(followed)) {
                    states.forget(indexes.alias());
                    rebuild(null);
                }
            } else {
                rebuild(usable ? state.get() : null);
            }
        } catch (IOException e) {
            throw new NoAnswer(e);
        } catch (co.elastic.clients.elasticsearch._types.ElasticsearchException e) {
            throw new NoAnswer(new IOException(e));
        }
    }

    /** Brings everything over that is new since the watermark. */
    private State follow(State state) throws IOException {
        String horizon = changes.horizon();
        int written = send(state);
        Instant now = clock.instant();
        if (written == 0 && state.followedAt().plus(TELL).isAfter(now)) {
            return state;
        }
        State followed = new State(state.name(), state.shape(), horizon, now);
        states.followed(indexes.alias(), followed);
        return followed;
    }

    /** Sends what was not sent yet; how many. */
    private int send(State state) throws IOException {
        if (!sentTo.equals(state.name())) {
            sent.clear();
            sentTo = state.name();
        }
        List<Change> all = changes.since(state.watermark());
        Set<Key> current = new HashSet<>();
        all.forEach(change -> current.add(change.key()));
        sent.keySet().retainAll(current);
        List<Change> fresh = all.stream()
                .filter(change -> sent.getOrDefault(change.key(), -1L) < change.number())
                .toList();
        for (int i = 0; i < fresh.size(); i += BATCH) {
            List<Change> batch = fresh.subList(i, Math.min(fresh.size(), i + BATCH));
            write(state.name(), batch);
            batch.forEach(change -> sent.merge(change.key(), change.number(), Math::max));
        }
        return fresh.size();
    }

    private void write(String index, List<Change> batch) throws IOException {
        List<BulkOperation> operations = new ArrayList<>();
        changes.read(batch.stream()
                        .filter(change -> !change.removed())
                        .map(Change::key)
                        .toList())
                .forEach(document -> operations.add(ElasticOperations.write(index, document)));
        batch.stream()
                .filter(Change::removed)
                .forEach(change -> operations.add(ElasticOperations.remove(index, change)));
        indexes.write(operations);
    }

    /**
     * Makes a new index beside. Its watermark is from before the copying began, so what is written meanwhile is sent
     * afterwards; the old one, where there is one to rely on, goes on following until the alias is switched.
     */
    private void rebuild(@Nullable State old) throws IOException {
        Optional<String> before = indexes.live();
        String name = indexes.alias() + "-" + STAMP.format(clock.instant()) + "-"
                + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0x10000));
        LOG.info("Making the search index {}.", name);
        indexes.create(name);
        State fresh = new State(name, indexes.shape(), changes.horizon(), clock.instant());
        long copied = 0;
        Key last = null;
        for (List<Stored> page = changes.after(null, BATCH); !page.isEmpty(); page = changes.after(last, BATCH)) {
            indexes.write(page.stream()
                    .map(document -> ElasticOperations.write(name, document))
                    .toList());
            copied += page.size();
            last = page.getLast().key();
            if (old != null) {
                old = follow(old);
            }
        }
        while (send(fresh) > 0) {
            fresh = new State(name, fresh.shape(), fresh.watermark(), clock.instant());
        }
        indexes.finish(name);
        indexes.switchTo(name);
        states.put(indexes.alias(), new State(name, fresh.shape(), fresh.watermark(), clock.instant()));
        if (before.isPresent()) {
            indexes.delete(before.get());
        }
        LOG.info("The search index {} holds {} documents and is in use.", name, copied);
    }

    /** Whether the index has lost documents, seen twice with nothing written in between; at once where suspected. */
    private boolean lacksSomething(State state) throws IOException {
        Instant now = clock.instant();
        if (!suspected && counted.plus(COUNT).isAfter(now)) {
            return false;
        }
        boolean urgent = suspected;
        suspected = false;
        counted = now;
        if (indexes.count(state.name()) == changes.count()) {
            wrongCounts = 0;
            return false;
        }
        indexes.finish(state.name());
        boolean wrong = indexes.count(state.name()) != changes.count() && send(state) == 0;
        wrongCounts = wrong ? wrongCounts + 1 : 0;
        return wrong && (urgent || wrongCounts > 1);
    }
}
