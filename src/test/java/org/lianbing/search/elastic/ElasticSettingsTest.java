package org.lianbing.search.elastic;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticSettingsTest {

    @Test
    void theEnvironmentSaysWhereItIs() {
        ElasticSettings settings = read(Map.of(
                "LIANBING_SEARCH_ELASTICSEARCH_URIS", "http://a:9200,http://b:9200",
                "LIANBING_SEARCH_ELASTICSEARCH_API_KEY", "key",
                "LIANBING_SEARCH_ELASTICSEARCH_TIMEOUT", "200ms"));
        assertThat(settings.uris()).containsExactly(URI.create("http://a:9200"), URI.create("http://b:9200"));
        assertThat(settings.apiKey()).isEqualTo("key");
        assertThat(settings.index()).isEqualTo("lianbing");
        assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void nobodyWaitsLongerThanAQuarterOfASecond() {
        assertThat(read(Map.of("LIANBING_SEARCH_ELASTICSEARCH_TIMEOUT", "5s")).timeout())
                .isEqualTo(Duration.ofMillis(250));
        assertThat(read(Map.of()).timeout()).isEqualTo(Duration.ofMillis(150));
    }

    private static ElasticSettings read(Map<String, Object> environment) {
        StandardEnvironment standard = new StandardEnvironment();
        standard.getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment));
        ConfigurationPropertySources.attach(standard);
        return Binder.get(standard).bindOrCreate("lianbing.search.elasticsearch", ElasticSettings.class);
    }
}
