package org.lianbing.account;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class TokensTest {

    @Autowired
    TestCity city;

    @Autowired
    PersonTokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc mvc;

    @Test
    void aPasswordIsExchangedForATokenThatOpensTheApi() throws Exception {
        PersonId person = city.person(city.enterprise());
        String username = city.enable(person);

        mvc.perform(post("/api/tokens")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\":\"%s\",\"password\":\"%s\"}"
                                .formatted(username.toUpperCase(java.util.Locale.ROOT), TestCity.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.person.id").value(person.toString()))
                .andExpect(jsonPath("$.token").value(org.hamcrest.Matchers.startsWith("p1.")))
                .andExpect(header().doesNotExist("Set-Cookie"));
    }

    @Test
    void wrongPasswordsAndUnknownNamesAreRefusedAlike() throws Exception {
        String username = city.enable(city.person(city.enterprise()));
        for (String name : new String[] {username, "nobody" + city.number(), ""}) {
            mvc.perform(post("/api/tokens")
                            .contentType(MediaType.APPLICATION_JSON)
                            .header("Accept-Language", "en")
                            .content("{\"username\":\"%s\",\"password\":\"wrong-password\"}".formatted(name)))
                    .andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.code").value("sign-in.refused"))
                    .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("not right")));
        }
    }

    @Test
    void withoutATokenTheApiAnswersWithAProblemAndNoCookie() throws Exception {
        for (String path : new String[] {"/api/people", "/api/nothing", "/api/units"}) {
            mvc.perform(get(path))
                    .andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.code").value("base.sign-in-needed"))
                    .andExpect(header().doesNotExist("Set-Cookie"));
        }
    }

    @Test
    void aTokenDiesWithItsTimeAndWithItsAccount() {
        Actor root = city.administrator();
        PersonId person = city.person(city.enterprise());
        assertThat(tokens.actor(tokens.issue(person, Duration.ofSeconds(-1)).text()))
                .isEmpty();

        String text = tokens.issue(person, Duration.ofHours(1)).text();
        assertThat(tokens.actor(text).map(Actor::person)).contains(person);
        accounts.switchOff(root, person);
        assertThat(tokens.actor(text)).isEmpty();
        accounts.switchOn(root, person);
        assertThat(tokens.actor(text)).as("what was ended stays ended").isEmpty();
        assertThat(tokens.actor("p1.forged")).isEmpty();
    }
}
