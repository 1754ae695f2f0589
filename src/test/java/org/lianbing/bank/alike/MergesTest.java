package org.lianbing.bank.alike;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import org.lianbing.bank.Item;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemPublished;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Pool;
import org.lianbing.bank.Review;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.alike.AlikeItems.Desk;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Problem;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.trade.PointId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lianbing.testing.Refusals.refused;

@IntegrationTest
@RecordApplicationEvents
class MergesTest {

    private static final PageOf ALL = new PageOf(0, 500);

    @Autowired
    AlikeItems some;

    @Autowired
    DuplicateSearch search;

    @Autowired
    Duplicates duplicates;

    @Autowired
    ItemMerges merges;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    Pool pool;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private Desk desk;
    private String word;

    @BeforeEach
    void desk() {
        desk = some.desk();
        word = some.word();
    }

    @Test
    void aSearchFindsGroupsOfReadableItems() {
        ItemId one = some.published(desk, AlikeItems.motor(word, "380V"));
        ItemId two = some.draft(desk, AlikeItems.motor(word, "220V"));
        ItemId sealed = some.sealed(desk, AlikeItems.motor(word, "660V"));
        assertThat(search.run(null)).isTrue();
        assertThat(duplicates.lastRun(desk.trainer())).isPresent();
        assertThat(duplicates.working(desk.trainer())).isEmpty();
        assertThat(groupOf(one, 0.8)).containsExactly(one, two);
        assertThat(groupOf(one, 0.9)).isEmpty();
        refused(Problem.Kind.NOT_FOUND, () -> merges.merge(desk.reviewer(), one, Set.of(sealed), ""));
        refused(Problem.Kind.NOT_FOUND, () -> duplicates.setApart(desk.trainer(), Set.of(one, sealed)));
    }

    @Test
    void whatWasSetApartOrChangedIsNotShownAgain() {
        ItemId one = some.published(desk, AlikeItems.motor(word, "380V"));
        ItemId two = some.draft(desk, AlikeItems.motor(word, "220V"));
        search.run(null);
        duplicates.setApart(desk.trainer(), Set.of(one, two));
        assertThat(groupOf(one, 0.8)).isEmpty();
        search.run(null);
        assertThat(groupOf(one, 0.8)).isEmpty();
        assertThat(duplicates.setApart(desk.trainer(), 500)).anySatisfy(apart -> {
            assertThat(apart.items()).isEqualTo(Set.of(one, two));
            assertThat(apart.person()).isEqualTo(desk.trainer().person());
        });
        duplicates.takeBack(desk.trainer(), Set.of(one, two));
        assertThat(groupOf(one, 0.8)).containsExactly(one, two);
        items.revise(
                desk.trainer(),
                two,
                some.draft(AlikeItems.choice(word + "别的题", "甲", "乙"), Secrecy.OPEN, Set.of()),
                "换题");
        assertThat(groupOf(one, 0.8)).isEmpty();
    }

    @Test
    void mergingRetiresTheOthersAndProposesWhatTheyWereFor() {
        PointId first = some.point("A-A-A-001");
        PointId second = some.point("A-A-A-002");
        ItemId kept = some.published(desk, some.draft(AlikeItems.motor(word, "380V"), Secrecy.OPEN, Set.of(first)));
        ItemId other = some.published(
                desk,
                some.draft(
                        AlikeItems.motor(word, "380伏"),
                        Secrecy.OPEN,
                        Set.of(second),
                        Level.INTERMEDIATE,
                        Level.SENIOR));
        ItemVersionId delivered = Objects.requireNonNull(
                        items.get(desk.trainer(), other).published())
                .id();
        search.run(null);

        Merge merge = merges.merge(desk.reviewer(), kept, Set.of(other), "同一道题");

        Item gone = items.get(desk.trainer(), other);
        assertThat(gone.state()).isEqualTo(ItemState.RETIRED);
        assertThat(items.history(desk.trainer(), other)).hasSize(1);
        assertThat(pool.versions(Set.of(delivered))).containsKey(delivered);
        assertThat(merges.mergedInto(desk.trainer(), other)).contains(kept);
        assertThat(groupOf(kept, 0.7)).isEmpty();
        Item now = items.get(desk.trainer(), kept);
        assertThat(now.state()).isEqualTo(ItemState.PUBLISHED);
        assertThat(now.proposalState()).isEqualTo(ItemState.IN_REVIEW);
        assertThat(merge.proposed())
                .isEqualTo(Objects.requireNonNull(now.proposed()).id());
        assertThat(items.proposal(desk.trainer(), kept).orElseThrow().points())
                .containsExactlyInAnyOrder(first, second);
        assertThat(items.proposal(desk.trainer(), kept).orElseThrow().levels())
                .containsExactlyInAnyOrder(Level.INTERMEDIATE, Level.SENIOR);
        assertThat(acts(kept)).contains("item.merged");

        merges.undo(desk.reviewer(), merge.id());

        assertThat(items.get(desk.trainer(), other).state()).isEqualTo(ItemState.PUBLISHED);
        assertThat(merges.mergedInto(desk.trainer(), other)).isEmpty();
        assertThat(items.get(desk.trainer(), kept).proposed()).isNull();
        assertThat(groupOf(kept, 0.7)).containsExactlyInAnyOrder(kept, other);
        assertThat(acts(kept)).contains("item.merge-undone");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> merges.undo(desk.reviewer(), merge.id()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("bank.alike.undone"));
    }

    @Test
    void aDraftThatIsMergedLeavesTheQueueAndComesBackToIt() {
        ItemId kept = some.published(desk, AlikeItems.motor(word, "380V"));
        ItemId draft = some.draft(desk, AlikeItems.motor(word, "380V"));
        review.submit(desk.trainer(), List.of(draft));
        Merge merge = merges.merge(desk.reviewer(), kept, Set.of(draft), "");
        assertThat(merge.proposed()).isNull();
        assertThat(items.get(desk.trainer(), draft).state()).isEqualTo(ItemState.RETIRED);
        assertThat(items.get(desk.trainer(), draft).proposalState()).isEqualTo(ItemState.DRAFT);
        merges.undo(desk.reviewer(), merge.id());
        assertThat(items.get(desk.trainer(), draft).state()).isEqualTo(ItemState.IN_REVIEW);
        assertThat(items.get(desk.trainer(), draft).proposalState()).isEqualTo(ItemState.IN_REVIEW);
    }

    @Test
    void aMergeIsTakenBackAlsoWhereANewVersionWasWrittenMeanwhile() {
        ItemId kept = some.published(desk, AlikeItems.motor(word, "380V"));
        ItemId other = some.published(desk, AlikeItems.motor(word, "380V"));
        ItemId draft = some.draft(desk, AlikeItems.motor(word, "380V"));
        review.submit(desk.trainer(), List.of(draft));
        Merge merge = merges.merge(desk.reviewer(), kept, Set.of(other, draft), "");
        for (ItemId item : List.of(other, draft)) {
            items.revise(
                    desk.trainer(), item, some.draft(AlikeItems.motor(word, "400V"), Secrecy.OPEN, Set.of()), "新国标");
        }
        events.clear();
        merges.undo(desk.reviewer(), merge.id());
        Item back = items.get(desk.trainer(), other);
        assertThat(back.state()).isEqualTo(ItemState.PUBLISHED);
        assertThat(back.proposalState()).isEqualTo(ItemState.DRAFT);
        assertThat(items.get(desk.trainer(), draft).state()).isEqualTo(ItemState.DRAFT);
        assertThat(items.get(desk.trainer(), draft).proposalState()).isEqualTo(ItemState.DRAFT);
        assertThat(events.stream(ItemPublished.class).map(ItemPublished::item)).containsExactly(other);
    }

    @Test
    void whatWasProposedBeforeComesBack() {
        ItemId kept = some.published(desk, AlikeItems.motor(word, "380V"));
        items.revise(desk.trainer(), kept, some.draft(AlikeItems.motor(word, "400V"), Secrecy.OPEN, Set.of()), "新国标");
        ItemVersionId before = Objects.requireNonNull(
                        items.get(desk.trainer(), kept).proposed())
                .id();
        ItemId other = some.published(
                desk, some.draft(AlikeItems.motor(word, "380V"), Secrecy.OPEN, Set.of(some.point("A-A-A-001"))));
        Merge merge = merges.merge(desk.reviewer(), kept, Set.of(other), "");
        assertThat(items.proposal(desk.trainer(), kept).orElseThrow().content().stem())
                .contains("400V");
        assertThat(items.get(desk.trainer(), kept).proposalState()).isEqualTo(ItemState.DRAFT);
        merges.undo(desk.reviewer(), merge.id());
        assertThat(Objects.requireNonNull(items.get(desk.trainer(), kept).proposed())
                        .id())
                .isEqualTo(before);
    }

    @Test
    void onlyReviewersMergeAndOnlyWhatTheyMayRead() {
        ItemId one = some.published(desk, AlikeItems.motor(word, "380V"));
        ItemId other = some.published(desk, AlikeItems.motor(word, "220V"));
        refused(Problem.Kind.FORBIDDEN, () -> merges.merge(desk.trainer(), one, Set.of(other), ""));
        refused(Problem.Kind.INVALID, () -> merges.merge(desk.reviewer(), one, Set.of(one), ""));
        refused(Problem.Kind.NOT_FOUND, () -> merges.merge(desk.reviewer(), one, Set.of(ItemId.next()), ""));
        merges.merge(desk.reviewer(), one, Set.of(other), "");
        refused(Problem.Kind.CONFLICT, () -> merges.merge(desk.reviewer(), one, Set.of(other), ""));
    }

    private List<ItemId> groupOf(ItemId item, double least) {
        return duplicates.groups(desk.trainer(), some.trade(), least, ALL).rows().stream()
                .map(MergesTest::ids)
                .filter(group -> group.contains(item))
                .findFirst()
                .orElse(List.of());
    }

    private static List<ItemId> ids(DuplicateGroup group) {
        return group.items().stream().map(Item::id).toList();
    }

    private List<String> acts(ItemId id) {
        return jdbc.sql("select action from base.audit_entry where subject_id = :id")
                .param("id", id.value())
                .query(String.class)
                .list();
    }
}
