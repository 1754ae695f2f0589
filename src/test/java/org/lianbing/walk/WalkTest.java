package org.lianbing.walk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import tools.jackson.databind.JsonNode;

/**
 * Base of walks: a phone or a desk in a browser, signed in as somebody of the demo city. The server and its data are
 * shared by all walks, so each makes what it needs and leaves the rest alone. Where a walk fails, what its pages showed
 * is in {@code target/walk-pictures}.
 */
abstract class WalkTest {

    private static final Path PICTURES = Path.of("target/walk-pictures");

    /** Of all accounts of the demo city. */
    static final String PASSWORD = "lianbing";

    private static final double PATIENCE_MS = 30_000;

    private static @Nullable Suite suite;

    private final List<Page> pages = new ArrayList<>();

    @RegisterExtension
    static final BeforeAllCallback ONE_SUITE = context -> suite = context.getRoot()
            .getStore(Namespace.GLOBAL)
            .computeIfAbsent(Suite.class, key -> Suite.start(), Suite.class);

    @RegisterExtension
    final TestExecutionExceptionHandler picturesOfFailure = (context, failure) -> {
        for (int i = 0; i < pages.size(); i++) {
            picture(
                    pages.get(i),
                    "%s-%s-%d"
                            .formatted(
                                    getClass().getSimpleName(),
                                    context.getRequiredTestMethod().getName(),
                                    i));
        }
        throw failure;
    };

    /** A phone of 390 × 844 points with touch, in Chinese. */
    Page phone() {
        return open(new NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    /** A desk of 1440 × 900 points, in Chinese. */
    Page desk() {
        return open(new NewContextOptions().setViewportSize(1440, 900));
    }

    /** A browser of any form; each has its own cookies and storage. */
    Page open(NewContextOptions options) {
        BrowserContext context = suite().browser()
                .newContext(options.setBaseURL(baseUrl()).setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Page page = context.newPage();
        pages.add(page);
        return page;
    }

    /** Another tab of the same browser. */
    Page tab(Page beside) {
        Page page = beside.context().newPage();
        pages.add(page);
        return page;
    }

    private static Suite suite() {
        return Objects.requireNonNull(suite);
    }

    String baseUrl() {
        return server().baseUrl();
    }

    PackagedServer server() {
        return suite().server();
    }

    /** Signs in through the page and waits until the first page of that person stands. */
    void signIn(Page page, String username) {
        signIn(page, baseUrl(), username);
    }

    /** The same where the server is reached by another name. */
    static void signIn(Page page, String site, String username) {
        page.navigate(site + "/login");
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        page.locator("h1, h2").first().waitFor();
    }

    /** Chooses user name and password behind an activation card, and is inside. */
    static void activate(Page page, String username, String password) {
        page.getByLabel("用户名").fill(username);
        page.getByLabel("新密码").fill(password);
        page.getByLabel("再输一遍密码").fill(password);
        button(page, "开通并登录").click();
        page.waitForURL(url -> !url.contains("/activate"));
    }

    /** The address of a started attempt, with its token in the fragment. */
    static String sitting(JsonNode started) {
        return "/sitting/#attempt=%s&token=%s"
                .formatted(
                        started.get("attemptId").asString(),
                        started.get("token").asString());
    }

    static Locator button(Page page, String name) {
        return button(page.locator("body"), name);
    }

    static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Picks one of what a combo box offers, by typing. */
    static void choose(Page page, Locator field, String option) {
        choose(page, field, option, option);
    }

    /** The same, by typing something else that it is called. */
    static void choose(Page page, Locator field, String typed, String option) {
        field.fill(typed);
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    /** Takes a picture to look at, into {@code target/walk-pictures}. */
    static void picture(Page page, String name) {
        if (!page.isClosed()) {
            page.screenshot(new ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
        }
    }

    @AfterEach
    void closePages() {
        pages.forEach(page -> page.context().close());
        pages.clear();
    }
}
