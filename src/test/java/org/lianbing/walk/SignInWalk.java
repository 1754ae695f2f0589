package org.lianbing.walk;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

class SignInWalk extends WalkTest {

    @Test
    void theSignInPageOpensOnAPhone() {
        Page page = phone();

        page.navigate("/");

        assertThat(page.locator("input[name=username]")).isVisible();
        assertThat(page.locator("input[name=password]")).isVisible();
        picture(page, "sign-in-phone");
    }

    @Test
    void aWorkerSignsInOnAPhone() {
        Page page = phone();

        signIn(page, "worker1");

        assertThat(page.locator("h1, h2").first()).isVisible();
        picture(page, "home-worker-phone");
    }

    @Test
    void anAdministratorSignsInAtADesk() {
        Page page = desk();

        signIn(page, "admin");

        assertThat(page.locator("h1, h2").first()).isVisible();
        picture(page, "home-admin-desk");
    }
}
