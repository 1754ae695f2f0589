package org.lianbing.account;

import java.time.Duration;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import org.lianbing.base.PersonId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@IntegrationTest
class SwitchingOffTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Autowired
    TestCity city;

    @Autowired
    Accounts accounts;

    @Autowired
    PersonTokens tokens;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private record Opened(PersonId person, String username, MockHttpSession session, Cookie remembered, String token) {}

    @Test
    void endsSessionRememberedSignInAndTokenWithinASecond() throws Exception {
        Opened opened = open();
        int generation = accounts.generation(opened.person());

        accounts.switchOff(city.administrator(), opened.person());

        Awaitility.await().atMost(A_SECOND).until(() -> opened.session().isInvalid());
        assertThat(isIn(opened)).isFalse();
        assertThat(isRemembered(opened)).isFalse();
        assertThat(apiStatus(opened)).isEqualTo(401);
        assertThat(accounts.mayAct(opened.person(), generation)).isFalse();
        assertThat(accounts.actor(opened.person())).isEmpty();
        assertThat(signIn(opened.username()).getRequest().getSession().getAttribute("SPRING_SECURITY_CONTEXT"))
                .isNull();
    }

    @Test
    void isNoticedWhenAnotherNodeDidIt() throws Exception {
        Opened opened = open();
        jdbc.sql("""
                        with counter as (update account.change_counter set value = value + 1 returning value)
                        update account.person
                        set active = false, generation = generation + 1, change_number = counter.value
                        from counter where id = :id
                        """).param("id", opened.person().value()).update();

        Awaitility.await()
                .atMost(A_SECOND)
                .until(() -> opened.session().isInvalid() && apiStatus(opened) == 401 && !isRemembered(opened));
    }

    @Test
    void switchingOnBringsNothingBackButTheRightToSignIn() throws Exception {
        Opened opened = open();
        accounts.switchOff(city.administrator(), opened.person());
        accounts.switchOn(city.administrator(), opened.person());

        assertThat(apiStatus(opened)).isEqualTo(401);
        assertThat(isRemembered(opened)).isFalse();
        assertThat(signIn(opened.username()).getRequest().getSession().getAttribute("SPRING_SECURITY_CONTEXT"))
                .isNotNull();
    }

    @Test
    void nobodySwitchesThemselvesOff() {
        assertThatThrownBy(() -> accounts.switchOff(
                        city.administrator(), city.administrator().person()))
                .hasMessage("account.own-switching-off");
    }

    @Test
    void aRememberedSignInOpensTheDoorUntilOneSignsOut() throws Exception {
        Opened opened = open();
        assertThat(isRemembered(opened)).isTrue();
        mvc.perform(post("/logout")
                .session(opened.session())
                .cookie(opened.remembered())
                .with(csrf()));
        assertThat(isRemembered(opened)).isFalse();
    }

    private Opened open() throws Exception {
        PersonId person = city.person(city.enterprise());
        String username = city.enable(person);
        MvcResult result = signIn(username);
        MockHttpSession session = (MockHttpSession) result.getRequest().getSession();
        Opened opened = new Opened(
                person,
                username,
                session,
                Objects.requireNonNull(result.getResponse().getCookie("lianbing-remember")),
                tokens.issue(person, Duration.ofMinutes(5)).text());
        assertThat(isIn(opened)).isTrue();
        assertThat(isRemembered(opened)).isTrue();
        assertThat(apiStatus(opened)).isEqualTo(200);
        return opened;
    }

    private MvcResult signIn(String username) throws Exception {
        return mvc.perform(post("/login")
                        .param("username", username)
                        .param("password", TestCity.PASSWORD)
                        .param("remember-me", "on")
                        .with(csrf()))
                .andReturn();
    }

    /** A page other than the sign-in page is answered. */
    private boolean isIn(Opened opened) throws Exception {
        return !opened.session().isInvalid()
                && mvc.perform(get("/testing/who-am-i").session(opened.session()))
                                .andReturn()
                                .getResponse()
                                .getStatus()
                        == 200;
    }

    private boolean isRemembered(Opened opened) throws Exception {
        return mvc.perform(get("/testing/who-am-i").cookie(opened.remembered()))
                        .andReturn()
                        .getResponse()
                        .getStatus()
                == 200;
    }

    private int apiStatus(Opened opened) throws Exception {
        return mvc.perform(get("/api/units").header("Authorization", "Bearer " + opened.token()))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
