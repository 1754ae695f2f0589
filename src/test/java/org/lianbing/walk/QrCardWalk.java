package org.lianbing.walk;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A person without an account scans the card that the administrator printed. */
class QrCardWalk extends WalkTest {

    @Test
    void aCardOpensTheDoorOnce() {
        Page admin = desk();
        signIn(admin, "admin");
        PeopleDesk people = new PeopleDesk(admin);
        people.add("罗新生", "维修车间");
        String address = people.printCard();

        Page phone = phone();
        phone.navigate(address);
        assertThat(phone.getByText("罗*生，您好")).isVisible();
        picture(phone, "activate-phone");
        activate(phone, "luoxinsheng", "lianxi-2026");
        assertThat(phone.locator("main")).containsText("罗师傅");

        Page second = phone();
        second.navigate(address);
        assertThat(second.getByText("这张激活卡用不了")).isVisible();
        assertThat(second.getByText("罗*生")).hasCount(0);
    }
}
