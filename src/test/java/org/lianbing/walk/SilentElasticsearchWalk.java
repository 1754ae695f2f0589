package org.lianbing.walk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application with the address of an Elasticsearch where nobody answers: it starts, PostgreSQL finds what is looked
 * for, and people and programs are told.
 */
class SilentElasticsearchWalk extends WalkTest {

    private static final String WORD = "%E7%94%B5";

    @Test
    void searchAnswersFromPostgresqlAndSaysSo() throws IOException {
        Map<String, String> nobody = new HashMap<>(SmallBank.environment());
        nobody.put("LIANBING_SEARCH_ELASTICSEARCH_URIS", "http://127.0.0.1:1,http://127.0.0.1:2");
        try (PackagedServer server = new PackagedServer(Suite.fresh(Path.of("target/silent-data")), nobody)) {
            server.start();
            JsonNode found = Api.signIn(server.baseUrl(), "trainer", PASSWORD).get("/api/items?q=" + WORD);
            assertThat(found.get("items")).isNotEmpty();
            assertThat(found.get("engine").asString()).isEqualTo("postgresql");
            assertThat(found.get("fallback").asBoolean()).isTrue();

            Page page = desk();
            signIn(page, server.baseUrl(), "trainer");
            page.navigate(server.baseUrl() + "/items");
            assertThat(page.getByText("搜索引擎暂时没有应答")).isVisible();
        }
    }
}
