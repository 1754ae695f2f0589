package org.lianbing.walk;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/** A browser of its own with a profile that outlives it, to be killed as a phone kills what it has no memory for. */
final class MortalBrowser implements AutoCloseable {

    private final Playwright playwright;
    private final Page page;
    private final Path profile;

    private MortalBrowser(Playwright playwright, Page page, Path profile) {
        this.playwright = playwright;
        this.page = page;
        this.profile = profile;
    }

    static MortalBrowser open(Path profile, String baseUrl) {
        Playwright playwright = Playwright.create();
        BrowserContext context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(Suite.CHROMIUM)
                                .setArgs(Suite.ARGUMENTS)
                                .setBaseURL(baseUrl)
                                .setLocale("zh-CN")
                                .setTimezoneId("Asia/Shanghai")
                                .setViewportSize(390, 844)
                                .setHasTouch(true)
                                .setAcceptDownloads(true));
        return new MortalBrowser(playwright, context.pages().getFirst(), profile);
    }

    Page page() {
        return page;
    }

    /** As {@code kill -9} of all its processes. */
    void kill() {
        List<ProcessHandle> processes = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
                .toList();
        if (processes.isEmpty()) {
            throw new IllegalStateException("no browser works in " + profile);
        }
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    @Override
    public void close() {
        playwright.close();
    }
}
