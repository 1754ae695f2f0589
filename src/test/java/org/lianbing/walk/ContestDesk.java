package org.lianbing.walk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An organizer at the pages of competitions. */
final class ContestDesk {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int HEAD = 6;
    private static final int COLUMNS = 8;

    private final Page page;

    ContestDesk(Page page) {
        this.page = page;
    }

    /** Fills in the form of a new competition of four items that is open now, for half an hour. */
    void prepare(String name, String trade, String level, List<String> people, int minutes) {
        page.navigate("/competitions/new");
        page.getByLabel("竞赛名称").fill(name);
        WalkTest.choose(page, page.getByLabel("工种", new Page.GetByLabelOptions().setExact(true)), trade);
        WalkTest.choose(page, page.getByLabel("等级", new Page.GetByLabelOptions().setExact(true)), level);
        LocalDateTime now = LocalDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES);
        moment(page.locator("vaadin-date-time-picker").first(), now);
        moment(page.locator("vaadin-date-time-picker").nth(1), now.plusMinutes(30));
        page.getByLabel("答题时间（分钟）").fill(String.valueOf(minutes));
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("点名"))
                .check();
        Locator named = page.getByLabel("人员", new Page.GetByLabelOptions().setExact(true));
        people.forEach(person -> WalkTest.choose(page, named, person));
        named.press("Escape");
        page.locator("[data-test=count-true-false] input").fill("2");
        page.locator("[data-test=count-single-choice] input").fill("2");
        assertThat(page.getByText("4 题 · 4 分")).isVisible();
        assertThat(page.getByText("%d 人".formatted(people.size()))).isVisible();
    }

    private static void moment(Locator picker, LocalDateTime moment) {
        Locator date = picker.locator("vaadin-date-picker input");
        date.fill(moment.toLocalDate().toString());
        date.press("Enter");
        Locator time = picker.locator("vaadin-time-picker input");
        time.fill(moment.format(DateTimeFormatter.ofPattern("HH:mm")));
        time.press("Enter");
    }

    /** Opens it and stands at its desk. */
    void open() {
        page.locator("[data-test=open]").click();
        assertThat(page.locator(".contest-clock")).containsText("正在进行");
    }

    /** The address that stands under the code for contestants. */
    String door() {
        return page.locator("a.address").innerText();
    }

    String board() {
        return page.getByText("打开排行榜").getAttribute("href");
    }

    /** Waits until everybody is scored and the results are out; the page follows by itself. */
    void awaitFinal() {
        assertThat(page.locator(".contest-clock")).containsText("成绩已公布");
    }

    /** The rows of the downloaded file. */
    List<List<String>> sheet() throws IOException {
        Download download =
                page.waitForDownload(() -> page.locator("[data-test=download]").click());
        try (InputStream file = Files.newInputStream(download.path());
                ReadableWorkbook workbook = new ReadableWorkbook(file)) {
            return workbook.getFirstSheet().read().stream()
                    .skip(HEAD - 1)
                    .map(ContestDesk::cells)
                    .filter(cells -> !cells.contains("名次"))
                    .toList();
        }
    }

    private static List<String> cells(Row row) {
        return java.util.stream.IntStream.range(0, COLUMNS)
                .mapToObj(column -> row.getCellText(column))
                .toList();
    }
}
