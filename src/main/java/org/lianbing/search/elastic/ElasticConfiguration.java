package org.lianbing.search.elastic;

import java.time.Clock;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.lianbing.search.SearchIndex;
import org.lianbing.search.store.DocumentChanges;
import org.lianbing.search.store.PostgresSearchIndex;

/** Puts Elasticsearch in front where a site has it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${lianbing.search.elasticsearch.uris:}'.isBlank()")
@EnableConfigurationProperties(ElasticSettings.class)
class ElasticConfiguration {

    @Bean(destroyMethod = "close")
    ElasticsearchClient elasticsearchClient(ElasticSettings settings) {
        return client(settings);
    }

    static ElasticsearchClient client(ElasticSettings settings) {
        return ElasticsearchClient.of(builder -> {
            builder.hosts(settings.uris()).jsonMapper(new Jackson3JsonpMapper());
            if (!settings.apiKey().isBlank()) {
                builder.apiKey(settings.apiKey());
            } else if (!settings.username().isBlank()) {
                builder.usernameAndPassword(settings.username(), settings.password());
            }
            return builder;
        });
    }

    @Bean
    ElasticFollower elasticFollower(
            ElasticsearchClient client,
            ElasticSettings settings,
            JdbcClient jdbc,
            DocumentChanges changes,
            PlatformTransactionManager transactions,
            Clock clock) {
        return follower(client, settings, jdbc, changes, transactions, clock);
    }

    static ElasticFollower follower(
            ElasticsearchClient client,
            ElasticSettings settings,
            JdbcClient jdbc,
            DocumentChanges changes,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new ElasticFollower(
                new ElasticIndexes(client, settings.index()),
                new ElasticStates(jdbc, transactions),
                changes,
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    ElasticFollowing elasticFollowing(ElasticFollower follower) {
        return new ElasticFollowing(follower);
    }

    @Bean
    Breaker elasticBreaker(Clock clock) {
        return new Breaker(clock);
    }

    @Bean
    HealthIndicator searchHealthIndicator(ElasticFollower follower, Breaker breaker) {
        return new ElasticHealth(follower, breaker);
    }

    @Bean
    @Primary
    SearchIndex elasticSearchIndex(
            PostgresSearchIndex postgres,
            ElasticsearchClient client,
            ElasticSettings settings,
            ElasticFollower follower,
            ElasticFollowing following,
            Breaker breaker,
            MeterRegistry registry) {
        return new ElasticSearchIndex(
                postgres,
                new ElasticSearch(client, settings.index()),
                follower,
                new ElasticMeters(registry),
                breaker,
                following::wake,
                settings.timeout());
    }
}
