package org.lianbing.bank.alike;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.account.PersonTokens;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.Items;
import org.lianbing.bank.alike.AlikeItems.Desk;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class DuplicatesApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    AlikeItems some;

    @Autowired
    DuplicateSearch search;

    @Autowired
    Items items;

    @Autowired
    TestCity city;

    @Autowired
    PersonTokens tokens;

    @Autowired
    MockMvc mvc;

    private Desk desk;
    private String word;
    private ItemId one;
    private ItemId other;

    @BeforeEach
    void twoAlike() {
        desk = some.desk();
        word = some.word();
        one = some.published(desk, AlikeItems.motor(word, "380V"));
        other = some.published(desk, AlikeItems.motor(word, "380伏"));
    }

    @Test
    void aTextIsCheckedBeforeItIsInTheBank() throws Exception {
        List<Part> parts = Part.of(AlikeItems.motor(word, "220V"));
        String body = JSON.writeValueAsString(JSON.createObjectNode()
                .put("stem", parts.getFirst().text())
                .set(
                        "options",
                        JSON.valueToTree(parts.stream().skip(1).map(Part::text).toList())));
        mvc.perform(as(desk.trainer(), post("/api/duplicates/checks"), body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].id").value(hasItem(one.toString())))
                .andExpect(jsonPath("$[0].near").value(true))
                .andExpect(jsonPath("$[0].differences[0]").value("numbers"));
        mvc.perform(as(desk.trainer(), post("/api/duplicates/checks"), "{\"stem\":\" \"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("stem"));
        mvc.perform(as(city.actor(city.enterprise(), Role.WORKER), post("/api/duplicates/checks"), body))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/duplicates")).andExpect(status().isUnauthorized());
    }

    @Test
    void groupsAreMergedAndTheMergeIsUndone() throws Exception {
        search.run(null);
        mvc.perform(as(desk.trainer(), get("/api/items/" + one + "/duplicates"), ""))
                .andExpect(jsonPath("$[*].id").value(hasItem(other.toString())));
        mvc.perform(as(desk.trainer(), get("/api/duplicates?threshold=0.7&trade=electrician"), ""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.searchedAt").exists())
                .andExpect(jsonPath("$.total").isNumber());
        mvc.perform(as(desk.trainer(), get("/api/duplicates?threshold=0.5"), ""))
                .andExpect(status().isBadRequest());
        String request = "{\"kept\":\"%s\",\"merged\":[\"%s\"]}".formatted(one, other);
        mvc.perform(as(desk.trainer(), post("/api/duplicates/merges"), request)).andExpect(status().isForbidden());
        JsonNode merge = JSON.readTree(mvc.perform(as(desk.reviewer(), post("/api/duplicates/merges"), request))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(items.get(desk.trainer(), other).state()).isEqualTo(ItemState.RETIRED);
        String undoing = "/api/duplicates/merges/" + merge.get("id").asString() + "/undoing";
        mvc.perform(as(desk.reviewer(), post(undoing), "")).andExpect(status().isNoContent());
        assertThat(items.get(desk.trainer(), other).state()).isEqualTo(ItemState.PUBLISHED);
        mvc.perform(as(desk.reviewer(), post(undoing), "")).andExpect(status().isConflict());
    }

    @Test
    void whatIsNotTheSameIsRememberedUntilItIsTakenBack() throws Exception {
        String both = "{\"items\":[\"%s\",\"%s\"]}".formatted(one, other);
        mvc.perform(as(desk.trainer(), post("/api/duplicates/apart"), both)).andExpect(status().isNoContent());
        mvc.perform(as(desk.trainer(), get("/api/items/" + one + "/duplicates"), ""))
                .andExpect(jsonPath("$").isEmpty());
        mvc.perform(as(desk.trainer(), post("/api/duplicates/apart/undoing"), both))
                .andExpect(status().isNoContent());
        mvc.perform(as(desk.trainer(), get("/api/items/" + one + "/duplicates"), ""))
                .andExpect(jsonPath("$[*].id").value(hasItem(other.toString())));
        mvc.perform(as(desk.trainer(), post("/api/duplicates/apart"), "{}")).andExpect(status().isBadRequest());
    }

    private MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request, String body) {
        String token = tokens.issue(actor.person(), Duration.ofHours(1)).text();
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }
}
