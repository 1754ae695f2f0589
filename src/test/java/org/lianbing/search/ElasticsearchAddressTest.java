package org.lianbing.search;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.account.PersonTokens;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The application with the address of an Elasticsearch where nobody answers: it starts, PostgreSQL finds what is looked
 * for, and people and programs are told. A context and a database of its own, since the address is read at the start.
 */
@TestPropertySource(
        properties = {
            "lianbing.search.elasticsearch.uris=http://127.0.0.1:1,http://127.0.0.1:2",
            "lianbing.data=./target/test-data-elastic"
        })
class ElasticsearchAddressTest extends ViewTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Items items;

    @Autowired
    PersonTokens tokens;

    @Autowired
    List<SearchIndex> engines;

    @Test
    void searchAnswersFromPostgresqlAndThePageSaysSo() throws Exception {
        assertThat(engines).as("PostgreSQL, and Elasticsearch in front of it").hasSize(2);
        Actor trainer = city.actor(city.enterprise(), Role.TRAINER);
        String stem = "没人应答时也要找到" + city.number();
        ItemId item = items.draft(
                trainer,
                new ItemDraft(
                        null,
                        trades.find("fitter").orElseThrow().id(),
                        Set.of(Level.SENIOR),
                        Set.of(),
                        new ItemContent(stem, new Interaction.TrueFalse(true), "", 2),
                        Secrecy.OPEN,
                        Origin.NONE));
        mvc.perform(get("/api/items")
                        .param("q", stem)
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                "Bearer "
                                        + tokens.issue(trainer.person(), Duration.ofHours(1))
                                                .text()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.engine").value("postgresql"))
                .andExpect(jsonPath("$.fallback").value(true))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].id").value(item.toString()));

        city.actAs(trainer.person());
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        UI.getCurrent().navigate("items", new QueryParameters(Map.of("q", List.of(stem))));
        assertThat(find(Paragraph.class)
                        .withClassName("search-fallback")
                        .single()
                        .getText())
                .isEqualTo("搜索引擎暂时没有应答，以下由数据库查出，结果一样完整。");
    }
}
