package org.lianbing.bank;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import org.lianbing.account.PersonTokens;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.media.Media;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Trades;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class ItemsApiTest {

    @Autowired
    TestCity city;

    @Autowired
    PersonTokens tokens;

    @Autowired
    Trades trades;

    @Autowired
    Items items;

    @Autowired
    Media media;

    @Autowired
    MockMvc mvc;

    private Actor worker;
    private Actor trainer;
    private Actor reviewer;

    @BeforeEach
    void people() {
        UnitId unit = city.enterprise();
        worker = city.actor(unit, Role.WORKER);
        trainer = city.actor(unit, Role.TRAINER);
        reviewer = city.actor(unit, Role.REVIEWER);
    }

    @Test
    void everybodySignedInSeesTheTrades() throws Exception {
        mvc.perform(get("/api/trades")).andExpect(status().isUnauthorized());
        mvc.perform(as(worker, get("/api/trades")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.code == 'fitter')].name").value("钳工"))
                .andExpect(jsonPath("$[?(@.code == 'fitter')].levels[*]").value(hasItems("intermediate", "senior")))
                .andExpect(jsonPath("$[?(@.code == 'fitter')].items").value(hasItem(greaterThan(39))))
                .andExpect(jsonPath("$[?(@.code == 'safety')].kind").value("foundation"));
    }

    @Test
    void aTradeIsFoundByWhatItIsCalled() throws Exception {
        mvc.perform(as(worker, get("/api/trades").param("q", "FITTER").param("kind", "trade")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.code == 'fitter')].name").value("钳工"))
                .andExpect(jsonPath("$[?(@.code == 'electrician')]").isEmpty());
        mvc.perform(as(worker, get("/api/trades").param("q", "FITTER").param("kind", "foundation")))
                .andExpect(jsonPath("$[?(@.code == 'fitter')]").isEmpty());
    }

    @Test
    void itemsAreForTrainersAndReviewersOnly() throws Exception {
        ItemId id = draft("怎样锯断薄壁管子？");
        for (String path : new String[] {"/api/items", "/api/items/" + id}) {
            mvc.perform(get(path)).andExpect(status().isUnauthorized());
            mvc.perform(as(worker, get(path)))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("base.forbidden"));
        }
        mvc.perform(as(trainer, post("/api/items/" + id + "/publication"))).andExpect(status().isForbidden());
        mvc.perform(as(worker, post("/api/items/" + id + "/publication"))).andExpect(status().isForbidden());
    }

    @Test
    void aReviewerPublishesAndTheItemIsFound() throws Exception {
        ItemId id = draft("锯条崩齿的常见原因有哪些？");
        mvc.perform(as(reviewer, post("/api/items/" + id + "/publication")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("bank.review.not-waiting"));
        mvc.perform(as(trainer, post("/api/items/" + id + "/submission"))).andExpect(status().isNoContent());
        String another = "{\"version\": \"" + ItemVersionId.next() + "\", \"comment\": \"x\"}";
        for (String act : new String[] {"/publication", "/return"}) {
            mvc.perform(as(reviewer, post("/api/items/" + id + act))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(another))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("bank.review.changed"));
        }
        mvc.perform(as(reviewer, post("/api/items/" + id + "/publication")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("published"))
                .andExpect(jsonPath("$.published.key").value(true));
        mvc.perform(as(reviewer, post("/api/items/" + id + "/publication")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("bank.nothing-proposed"));
        mvc.perform(as(trainer, get("/api/items"))
                        .param("q", "崩齿")
                        .param("trade", "fitter")
                        .param("level", "senior")
                        .param("type", "true-false")
                        .param("state", "published"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].id").value(hasItem(id.toString())))
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void whatIsNotThereOrNotUnderstoodIsSaid() throws Exception {
        mvc.perform(as(trainer, get("/api/items/" + ItemId.next()))).andExpect(status().isNotFound());
        mvc.perform(as(trainer, get("/api/items/no-id"))).andExpect(status().isNotFound());
        mvc.perform(as(trainer, get("/api/items")).param("trade", "no-trade"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("trade"));
        for (String page : new String[] {"-1", "2147483647"}) {
            mvc.perform(as(trainer, get("/api/items")).param("page", page)).andExpect(status().isBadRequest());
        }
    }

    @Test
    void facetsHighlightsAndSuggestionsComeWithTheItems() throws Exception {
        ItemId id = draft("锉刀面上的豁口怎样形成？");
        mvc.perform(as(trainer, get("/api/items"))
                        .param("q", "豁口")
                        .param("trade", "fitter", "electrician")
                        .param("sort", "newest"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].id").value(id.toString()))
                .andExpect(jsonPath("$.items[0].highlight.stem[0][0]").value(5))
                .andExpect(jsonPath("$.items[0].highlight.stem[0][1]").value(7))
                .andExpect(jsonPath("$.facets.trade[0].value").value("fitter"))
                .andExpect(jsonPath("$.facets.state[0].value").value("draft"))
                .andExpect(jsonPath("$.facets.author[0].name").value(trainer.name()))
                .andExpect(jsonPath("$.engine").value("postgresql"))
                .andExpect(jsonPath("$.fallback").value(false));
        mvc.perform(as(trainer, get("/api/items")).param("sort", "nonsense")).andExpect(status().isBadRequest());
        mvc.perform(as(trainer, get("/api/items/suggestions")).param("q", "锉刀面上的豁"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].item").value(hasItem(id.toString())));
        mvc.perform(as(worker, get("/api/items/suggestions")).param("q", "锉")).andExpect(status().isForbidden());
    }

    @Test
    void searchesAreKeptUnderNames() throws Exception {
        mvc.perform(as(trainer, post("/api/items/searches"))
                        .contentType("application/json")
                        .content("{\"name\":\"草稿\",\"selection\":\"state=DRAFT\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("草稿"));
        mvc.perform(as(trainer, post("/api/items/searches"))
                        .contentType("application/json")
                        .content("{}"))
                .andExpect(status().isBadRequest());
        mvc.perform(as(trainer, get("/api/items/searches")))
                .andExpect(jsonPath("$[0].selection").value("state=DRAFT"));
        mvc.perform(as(reviewer, get("/api/items/searches")))
                .andExpect(jsonPath("$").isEmpty());
    }

    @Test
    void picturesAreServedToTheSignedInAlone() throws Exception {
        byte[] svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3 3\"><path d=\"M0 0h3\"/></svg>"
                .getBytes(StandardCharsets.UTF_8);
        String hash = media.store(svg, "image/svg+xml").hash();
        mvc.perform(get("/media/" + hash)).andExpect(status().is3xxRedirection());

        MvcResult signedIn = mvc.perform(post("/login")
                        .param("username", city.enable(worker.person()))
                        .param("password", TestCity.PASSWORD)
                        .with(csrf()))
                .andReturn();
        MockHttpSession session =
                (MockHttpSession) Objects.requireNonNull(signedIn.getRequest().getSession());
        mvc.perform(get("/media/" + hash).session(session))
                .andExpect(status().isOk())
                .andExpect(content().bytes(svg))
                .andExpect(content().contentType("image/svg+xml"))
                .andExpect(header().string("Cache-Control", containsString("immutable")))
                .andExpect(header().stringValues(
                                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"));
        mvc.perform(get("/media/" + "0".repeat(64)).session(session)).andExpect(status().isNotFound());
    }

    private ItemId draft(String stem) {
        return items.draft(
                trainer,
                new ItemDraft(
                        null,
                        trades.find("fitter").orElseThrow().id(),
                        Set.of(Level.SENIOR),
                        Set.of(),
                        new ItemContent(stem, new Interaction.TrueFalse(true), "", 2),
                        Secrecy.OPEN,
                        Origin.NONE));
    }

    private MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        String token = tokens.issue(actor.person(), Duration.ofHours(1)).text();
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
}
