package org.lianbing.walk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A trainer uploads questions, mends a row, a reviewer publishes, and workers practise them. */
class ImportWalk extends WalkTest {

    /** Two characters that no item of the bank has. */
    private static final String WORD = "虫胶";

    private static final List<List<String>> ROWS = List.of(
            List.of("题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "难度", "鉴定点", "等级"),
            row("单选", "虫胶带在高压电机里主要用来做什么？", "导电", "绝缘", "润滑", "散热", "B"),
            row("判断", "虫胶片受潮以后绝缘电阻不变。", "", "", "", "", "错"),
            row("单选", "下面哪一种材料耐热等级最高？", "虫胶", "棉纱", "纸板", "", "E"),
            row("多选", "虫胶制品保管时要做到哪些？", "防潮", "防压", "防火", "泡水", "ABC"));

    @TempDir
    private Path folder;

    private static List<String> row(String type, String stem, String a, String b, String c, String d, String answer) {
        return List.of(type, stem, a, b, c, d, answer, "虫胶是耐热的绝缘材料，受潮后绝缘下降。", "2", "自锁控制线路", "中级工");
    }

    @Test
    void aTrainerUploadsMendsAndSubmitsAndAReviewerPublishes() throws IOException {
        Page trainer = desk();
        signIn(trainer, "trainer");
        trainer.navigate("/imports");
        assertThat(template(trainer)).contains("题型", "题干", "答案");
        upload(trainer);
        mend(trainer);
        button(trainer, "提交 4 题送审").click();
        assertThat(trainer.getByText("提交了 4 题，等审题人发布。")).isVisible();

        publishAll();

        trainer.navigate("/items");
        Locator search = trainer.getByLabel("搜索题干、选项、代码");
        search.fill(WORD);
        search.press("Enter");
        assertThat(trainer.getByText("共 4 题")).isVisible();
        trainer.locator("vaadin-grid").getByText(ROWS.get(1).get(1)).click();
        assertThat(trainer.locator(".item-panel")).containsText("已发布");
        picture(trainer, "items-found-desk");
        workersPractiseIt();
    }

    private static List<String> template(Page page) throws IOException {
        Download download =
                page.waitForDownload(() -> page.getByText("下载模板").first().click());
        try (InputStream file = Files.newInputStream(download.path());
                ReadableWorkbook workbook = new ReadableWorkbook(file)) {
            return workbook.getFirstSheet().read().getFirst().stream()
                    .map(cell -> cell.getText())
                    .toList();
        }
    }

    private void upload(Page page) throws IOException {
        choose(page, page.getByLabel("职业（工种）"), "电工");
        page.locator("vaadin-upload input[type=file]").setInputFiles(workbook());
        assertThat(page.locator("h1")).hasText("虫胶.xlsx");
        assertThat(button(page, "有问题 1")).isVisible();
        picture(page, "import-workbench-desk");
    }

    private Path workbook() throws IOException {
        Path file = folder.resolve("虫胶.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Excel", "16.0")) {
            Worksheet sheet = workbook.newWorksheet("一班");
            for (int row = 0; row < ROWS.size(); row++) {
                for (int column = 0; column < ROWS.get(row).size(); column++) {
                    sheet.value(row, column, ROWS.get(row).get(column));
                }
            }
        }
        return file;
    }

    /** The wrong row is open already, with its problem and the cell it stands in. */
    private static void mend(Page page) {
        Locator panel = page.locator(".row-panel");
        assertThat(panel).containsText("答案写的是 E");
        assertThat(panel.locator(".place")).hasText("一班!G4");
        panel.getByLabel("答案", new Locator.GetByLabelOptions().setExact(true)).fill("A");
        button(panel, "下一个问题").click();
        assertThat(button(page, "有问题 0")).isVisible();
    }

    private void publishAll() {
        Page reviewer = desk();
        signIn(reviewer, "reviewer");
        reviewer.navigate("/review");
        for (List<String> row : ROWS.subList(1, ROWS.size())) {
            Locator entry =
                    reviewer.locator(".queue .entry").filter(new Locator.FilterOptions().setHasText(row.get(1)));
            entry.click();
            assertThat(reviewer.locator(".item-panel")).containsText(row.get(1));
            button(reviewer, "不答，直接看答案").click();
            button(reviewer, "发布").click();
            assertThat(entry).isHidden();
        }
        picture(reviewer, "review-desk");
    }

    private void workersPractiseIt() {
        Api trainer = Api.signIn(baseUrl(), "trainer", PASSWORD);
        JsonNode found = trainer.get("/api/items?q=%E8%99%AB%E8%83%B6").get("items");
        assertThat(found).hasSize(4);
        assertThat(found)
                .allSatisfy(item -> assertThat(item.get("state").asString()).isEqualToIgnoringCase("published"));
        String point = trainer.get("/api/items/" + found.get(0).get("id").asString())
                .get("points")
                .get(0)
                .get("id")
                .asString();
        Api worker = Api.signIn(baseUrl(), "worker2", PASSWORD);
        assertThat(worker.status("/api/items?q=x")).isEqualTo(403);
        JsonNode started = worker.post(
                "/api/practice/attempts", Map.of("trade", "electrician", "count", 50, "points", List.of(point)));
        JsonNode form = worker.with(started.get("token").asString())
                .get("/api/attempts/" + started.get("attemptId").asString() + "/form");
        assertThat(form.get("slots"))
                .extracting(slot -> slot.get("stem").asString())
                .anyMatch(stem -> stem.contains(ROWS.get(2).get(1)));
    }
}
