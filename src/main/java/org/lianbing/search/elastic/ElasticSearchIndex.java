package org.lianbing.search.elastic;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.lianbing.search.SearchDocument;
import org.lianbing.search.SearchHits;
import org.lianbing.search.SearchIndex;
import org.lianbing.search.SearchQuery;
import org.lianbing.search.Suggestion;

/**
 * Elasticsearch in front of PostgreSQL. What is written goes to PostgreSQL, which the other follows; what is looked for
 * is asked of Elasticsearch, and of PostgreSQL in its place when it is late, down, or does not hold everything.
 */
final class ElasticSearchIndex implements SearchIndex {

    /** Elasticsearch goes no deeper; so deep nobody scrolls, and PostgreSQL can. */
    private static final int DEEPEST = 10_000;

    private final SearchIndex postgres;
    private final ElasticSearch elastic;
    private final ElasticFollower follower;
    private final ElasticMeters meters;
    private final Breaker breaker;
    private final Runnable wake;
    private final Duration timeout;
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

    ElasticSearchIndex(
            SearchIndex postgres,
            ElasticSearch elastic,
            ElasticFollower follower,
            ElasticMeters meters,
            Breaker breaker,
            Runnable wake,
            Duration timeout) {
        this.postgres = postgres;
        this.elastic = elastic;
        this.follower = follower;
        this.meters = meters;
        this.breaker = breaker;
        this.wake = wake;
        this.timeout = timeout;
    }

    @Override
    public void put(Collection<SearchDocument> documents) {
        postgres.put(documents);
        wakeAfterCommit();
    }

    @Override
    public void remove(String collection, Collection<UUID> ids) {
        postgres.remove(collection, ids);
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }

    @Override
    public SearchHits find(SearchQuery query) {
        if (query.page().offset() + query.page().limit() > DEEPEST) {
            return postgres.find(query);
        }
        if (!follower.ready() || !breaker.admits()) {
            return inPlace(query);
        }
        Future<SearchHits> asked = asking.submit(() -> meters.time(() -> elastic.find(query)));
        try {
            SearchHits hits = asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            breaker.answered();
            return hits.total() > 0 ? hits : doubted(query, hits);
        } catch (TimeoutException | ExecutionException e) {
            asked.cancel(true);
            breaker.failed();
            return inPlace(query);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return inPlace(query);
        }
    }

    /** That nothing is there is also what an emptied index says: what is rarely asked twice costs little. */
    private SearchHits doubted(SearchQuery query, SearchHits nothing) {
        SearchHits found = postgres.find(query);
        if (found.total() == 0) {
            return nothing;
        }
        follower.suspect();
        wake.run();
        meters.fellBack();
        return found.inPlace();
    }

    private SearchHits inPlace(SearchQuery query) {
        meters.fellBack();
        return postgres.find(query).inPlace();
    }

    /** From PostgreSQL in any case: a few titles, cheap to find, and never old. */
    @Override
    public List<Suggestion> suggest(SearchQuery query) {
        return postgres.suggest(query);
    }
}
