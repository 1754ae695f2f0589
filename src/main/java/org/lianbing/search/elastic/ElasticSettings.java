package org.lianbing.search.elastic;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is: {@code LIANBING_SEARCH_ELASTICSEARCH_…} in the environment.
 *
 * @param uris its nodes, comma separated; none for a site without
 * @param username of an account that may do everything with the indexes of our alias; or
 * @param password its password
 * @param apiKey or an API key instead
 * @param index the alias; indexes are named after it
 * @param timeout how long a search waits before PostgreSQL answers; at most 250 ms
 */
@ConfigurationProperties("lianbing.search.elasticsearch")
record ElasticSettings(
        @DefaultValue List<URI> uris,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String apiKey,
        @DefaultValue("lianbing") String index,
        @DefaultValue("150ms") Duration timeout) {

    private static final Duration LONGEST = Duration.ofMillis(250);

    ElasticSettings {
        if (timeout.compareTo(LONGEST) > 0) {
            timeout = LONGEST;
        }
    }
}
