package org.lianbing.trade.editing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.account.Accounts;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Edition;
import org.lianbing.trade.EditionSource;
import org.lianbing.trade.Importance;
import org.lianbing.trade.Outline;
import org.lianbing.trade.OutlineDifference;
import org.lianbing.trade.OutlineDifference.Kind;
import org.lianbing.trade.OutlineId;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.TestTrades;
import org.lianbing.trade.Trade;
import org.lianbing.trade.editing.OutlineDraft.DraftInclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IntegrationTest
class OutlineEditingTest {

    @Autowired
    TestCity city;

    @Autowired
    TestTrades testTrades;

    @Autowired
    OutlineImports imports;

    @Autowired
    OutlineCommit commit;

    @Autowired
    OutlineEditions editions;

    @Autowired
    Outlines outlines;

    @Autowired
    Accounts accounts;

    private TestTrades.Made made;
    private Trade trade;
    private Actor trainer;

    @BeforeEach
    void people() {
        made = testTrades.make();
        trade = testTrades.trade(made);
        trainer = granted(Role.TRAINER, trade);
        city.actAs(trainer.person());
    }

    @Test
    void aSoundWorkbookBecomesTheEditionInForceAndPointsKeepTheirIds() {
        PointId first = point("A-A-A-001").id();
        PointId second = point("A-A-A-002").id();
        OutlineImport in = preview(book().range("A", "一", 40)
                .range("A-A", "二", 40)
                .range("A-A-A", "三", 40)
                .point("A-A-A-001", "甲改", "X")
                .range("B", "新", 60)
                .point("B-001", "丙", "X"));
        OutlineDraft draft = in.draft(1);
        assertThat(imports.problems(trainer, draft)).isEmpty();
        OutlineDifference difference = commit.difference(trainer, draft).orElseThrow();
        assertThat(difference.removedPoints()).containsExactly(second);
        assertThat(difference.count(Kind.ADDED)).isEqualTo(2);
        assertThat(difference.count(Kind.WEIGHT)).isEqualTo(3);
        assertThat(difference.changes())
                .filteredOn(change -> change.kind() == Kind.RENAMED)
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEqualTo("甲改"));

        OutlineId before = current().id();
        OutlineId after = commit.commit(trainer, in.id(), 1);
        assertThat(current().id()).isEqualTo(after);
        assertThat(point("A-A-A-001").id()).isEqualTo(first);
        assertThat(outlines.points(List.of(second))).containsKey(second);
        assertThat(editions.of(trainer, trade.id(), Level.SENIOR))
                .extracting(Edition::source)
                .containsExactly(EditionSource.PERSON, EditionSource.DISK);
        assertThat(editions.difference(trainer, before, after).removedPoints()).containsExactly(second);
        assertThatThrownBy(() -> commit.commit(trainer, in.id(), 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));

        editions.activate(trainer, before);
        assertThat(point("A-A-A-002").id()).isEqualTo(second);
    }

    @Test
    void everyProblemStandsAtItsCellAndIsMendedInPlace() {
        OutlineImport in = preview(book().range("A", "一", 30)
                .range("A-A", "二", 30)
                .point("A-A-001", "甲", "")
                .point("A-A-001", "乙", "重中之重")
                .range("B", "三", 60)
                .point("B-001", "", "X"));
        assertThat(told(in.draft(1)))
                .containsExactlyInAnyOrder(
                        "细目表!C3 trade.outline.weights",
                        "细目表!C7 trade.outline.weights",
                        "细目表!A5 trade.outline.code-twice",
                        "细目表!A6 trade.outline.code-twice",
                        "细目表!D5 trade.outline.importance-missing",
                        "细目表!D6 trade.outline.importance-unread",
                        "细目表!B8 trade.outline.name-missing");
        assertThatThrownBy(() -> commit.commit(trainer, in.id(), 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("trade.outline.blocked"));
        change(in, new LineChange.FillImportance(Importance.X));
        change(in, new LineChange.Mend(4, Map.of(OutlineField.CODE, "A-A-002")));
        change(in, new LineChange.Mend(6, Map.of(OutlineField.NAME, "丙")));
        OutlineDraft scaled = change(in, new LineChange.ScaleWeights(1));
        assertThat(scaled.lines().getFirst().weight()).isEqualTo("33.3");
        OutlineDraft done = change(in, new LineChange.ScaleWeights(2));
        assertThat(done.lines().get(1).weight()).isEqualTo("33.3");
        assertThat(told(done)).isEmpty();
        commit.commit(trainer, in.id(), 1);
        assertThat(current().ranges())
                .extracting(range -> range.weight().toPlainString())
                .containsExactly("33.3", "66.7");
    }

    @Test
    void theRightTradeLevelAndFoundationAreChosenByHand() {
        OutlineImport in = preview(new OutlineBook("不知名").range("A", "一", 90).point("A-001", "甲", "X"));
        assertThat(told(in.draft(1))).contains(" trade.outline.no-trade");
        OutlineHead head = new OutlineHead(
                trade.id(),
                Level.JUNIOR,
                "初级细目表",
                "2026",
                List.of(new DraftInclusion(testTrades.foundation(made).id(), BigDecimal.TEN)));
        assertThat(told(imports.settle(trainer, in.id(), 1, head))).isEmpty();
        commit.commit(trainer, in.id(), 1);
        Outline junior = outlines.current(trade.id(), Level.JUNIOR).orElseThrow();
        assertThat(junior.code()).isEqualTo(made.code() + "-junior");
        assertThat(junior.inclusions())
                .singleElement()
                .satisfies(inclusion -> assertThat(inclusion.weight()).isEqualByComparingTo("10"));
        assertThat(junior.ranges().getFirst().weight()).isEqualByComparingTo("90");
        assertThat(testTrades.trade(made).levels()).contains(Level.JUNIOR, Level.SENIOR);
        // The disk, which knows nothing of that level, leaves it alone.
        testTrades.outline(made, "2026", "甲又改");
        assertThat(outlines.current(trade.id(), Level.JUNIOR)).isPresent();
    }

    @Test
    void linesWithoutCodesFollowTheEditionInForceByName() {
        OutlineImport in = preview(new NoCodes());
        assertThat(in.draft(1).lines())
                .filteredOn(OutlineLine::isPoint)
                .extracting(OutlineLine::code)
                .containsExactly("A-A-A-003", "A-A-A-002");
    }

    @Test
    void whatTheDiskNewlySaysWaitsWhileAPersonsEditionIsInForce() {
        OutlineId draft = imports.revise(trainer, current().id()).drafts().isEmpty()
                ? null
                : commit.commit(trainer, imports.revise(trainer, current().id()).id(), 1);
        assertThat(current().id()).isEqualTo(draft);

        testTrades.outline(made, "2026", "甲");
        assertThat(editions.of(trainer, trade.id(), Level.SENIOR)).noneMatch(Edition::waiting);

        testTrades.outline(made, "2027", "甲新");
        assertThat(current().id()).isEqualTo(draft);
        Edition waiting = editions.of(trainer, trade.id(), Level.SENIOR).stream()
                .filter(Edition::waiting)
                .findFirst()
                .orElseThrow();
        assertThat(waiting.edition()).isEqualTo("2027");
        assertThat(editions.difference(trainer, current().id(), waiting.id()).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.kind()).isEqualTo(Kind.RENAMED));
        PointId first = point("A-A-A-001").id();

        editions.activate(trainer, waiting.id());
        assertThat(point("A-A-A-001").name()).isEqualTo("甲新");
        // Of the same code but another name: for the disk that is another point.
        assertThat(point("A-A-A-001").id()).isNotEqualTo(first);
        testTrades.outline(made, "2028", "甲三");
        assertThat(current().edition()).isEqualTo("2028");
    }

    @Test
    void whatIsExportedAndImportedAgainIsEqual() throws IOException {
        for (String place : List.of("electrician", "fitter", "elderly-care")) {
            Actor root = city.administrator();
            city.actAs(root.person());
            List<Edition> all = editions.mine(root).stream()
                    .filter(edition -> edition.code().startsWith(place))
                    .toList();
            assertThat(all).isNotEmpty();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            editions.export(root, all.stream().map(Edition::id).toList(), out);
            Path file = Files.write(Files.createTempFile("export", ".xlsx"), out.toByteArray());
            OutlineImport in = imports.preview(root, "导出.xlsx", file);
            Files.delete(file);
            assertThat(in.drafts()).hasSameSizeAs(all);
            for (OutlineDraft draft : in.drafts()) {
                assertThat(imports.problems(root, draft).stream().filter(OutlineProblem::blocks))
                        .isEmpty();
                assertThat(draft.notes()).isEmpty();
                assertThat(commit.difference(root, draft).orElseThrow().changes())
                        .isEmpty();
            }
        }
    }

    @Test
    void theOutlinesOfOtherTradesAreNotToBeTouched() {
        OutlineImport in = preview(book().range("A", "一", 100).point("A-001", "甲", "X"));
        TestTrades.Made other = testTrades.make();
        Actor stranger = granted(Role.REVIEWER, testTrades.trade(other));
        city.actAs(stranger.person());
        assertThatThrownBy(() -> imports.get(stranger, in.id())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> editions.of(stranger, trade.id(), Level.SENIOR))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> editions.activate(stranger, current().id())).isInstanceOf(Problem.class);
        OutlineImport own = imports.preview(
                stranger,
                "细目表.xlsx",
                book().range("A", "一", 100).point("A-001", "甲", "X").file());
        assertThat(imports.problems(stranger, own.draft(1)))
                .extracting(OutlineProblem::code)
                .contains("trade.outline.not-yours");

        Actor colleague = granted(Role.REVIEWER, trade);
        city.actAs(colleague.person());
        assertThat(imports.get(colleague, in.id()).drafts()).hasSize(1);
        Actor worker = city.actor(city.enterprise(), Role.WORKER);
        city.actAs(worker.person());
        assertThatThrownBy(() -> editions.mine(worker))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }

    @Test
    void linesAreAddedMovedAndTakenOut() {
        OutlineImport in = preview(book().range("A", "一", 100).point("A-001", "甲", "X"));
        OutlineDraft more = change(in, new LineChange.Insert(2, OutlineLine.Kind.POINT, 1));
        OutlineLine added = more.lines().getLast();
        assertThat(added.code()).isEqualTo("A-002");
        change(in, new LineChange.Mend(added.number(), Map.of(OutlineField.NAME, "乙", OutlineField.IMPORTANCE, "一般")));
        OutlineDraft now = imports.get(trainer, in.id()).draft(1);
        assertThat(now.lines().getLast().importance()).isEqualTo("Y");
        change(in, new LineChange.Become(added.number(), OutlineLine.Kind.RANGE, 2));
        assertThat(told(imports.get(trainer, in.id()).draft(1))).contains(" trade.outline.range-empty");
        change(in, new LineChange.Remove(added.number()));
        assertThat(told(imports.get(trainer, in.id()).draft(1))).isEmpty();
    }

    /** Two points, of which the second is the second of the edition in force. */
    private final class NoCodes extends OutlineBook {
        NoCodes() {
            super(made.name() + " 高级工细目表");
            range("", "一", 100);
            range("", "　二", 100);
            range("", "　　三", 100);
            point("", "　　　丙", "X");
            point("", "　　　乙", "X");
        }
    }

    private OutlineBook book() {
        return new OutlineBook(made.name() + " 高级工鉴定要素细目表 2027版");
    }

    private OutlineImport preview(OutlineBook book) {
        return imports.preview(trainer, "细目表.xlsx", book.file());
    }

    private OutlineDraft change(OutlineImport in, LineChange change) {
        return imports.change(trainer, in.id(), 1, change);
    }

    private List<String> told(OutlineDraft draft) {
        return imports.problems(trainer, draft).stream()
                .filter(OutlineProblem::blocks)
                .map(problem -> problem.place() + " " + problem.code())
                .toList();
    }

    private Outline current() {
        return outlines.current(trade.id(), Level.SENIOR).orElseThrow();
    }

    private Point point(String code) {
        return current()
                .points()
                .filter(point -> point.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Actor granted(Role role, Trade of) {
        UnitId unit = city.enterprise();
        PersonId person = city.person(unit);
        accounts.grant(city.administrator(), person, new Grant(role, unit, Set.of(of.id())));
        return accounts.actor(person).orElseThrow();
    }
}
