package org.lianbing.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An administrator adds a person, finds it all in the audit log, and switches the account off. */
class AdminWalk extends WalkTest {

    private static final String NAME = "马春燕";
    private static final String SECRET = "lianxi-2027";

    @Test
    void switchingAnAccountOffEndsEverythingOfIt() {
        Page admin = desk();
        signIn(admin, "admin");
        PeopleDesk people = new PeopleDesk(admin);
        people.add(NAME, "机加车间");
        grantsTrainer(admin);
        String address = people.printCard();
        Page phone = phone();
        phone.navigate(address);
        activate(phone, "machunyan", SECRET);
        phone.navigate("/courses");
        assertThat(phone.locator("h1")).isVisible();
        Api program = Api.signIn(baseUrl(), "machunyan", SECRET);
        assertThat(program.status("/api/courses")).isEqualTo(200);

        button(admin, "停用账号").click();
        button(admin.locator("vaadin-confirm-dialog"), "停用账号").click();
        assertThat(admin.locator(".side-panel")).containsText("已停用");
        Instant off = Instant.now();

        await().atMost(Duration.ofSeconds(5)).until(() -> program.status("/api/courses") == 401);
        assertThat(Duration.between(off, Instant.now())).isLessThan(Duration.ofSeconds(3));
        phone.locator("nav.bottom a").first().click();
        assertThat(phone.locator("input[name=password]")).isVisible();
        seesItInTheAuditLog(admin);
    }

    private static void grantsTrainer(Page admin) {
        button(admin.locator(".side-panel"), "授予职责").click();
        var dialog = admin.locator("vaadin-dialog");
        dialog.locator("vaadin-select").click();
        admin.getByRole(
                        com.microsoft.playwright.options.AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("培训师").setExact(true))
                .click();
        button(dialog, "授予职责").click();
        assertThat(admin.locator(".side-panel .grants")).containsText("培训师");
    }

    private static void seesItInTheAuditLog(Page admin) {
        admin.navigate("/audit");
        admin.getByLabel("谁、做了什么、对谁").fill(NAME);
        var grid = admin.locator("vaadin-grid");
        for (String act : new String[] {"添加人员", "授予职责", "发激活卡", "激活账号", "停用账号"}) {
            assertThat(grid.getByText(Pattern.compile("^" + act + "$")).first()).isVisible();
        }
        picture(admin, "audit-desk");
    }
}
