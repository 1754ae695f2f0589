package org.lianbing.bank.history;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemUse;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Role;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.testing.DeskTest;
import org.lianbing.testing.TestDrafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.testing.Refusals.refused;

class ItemHistoryTest extends DeskTest {

    @Autowired
    ItemHistory history;

    @Autowired
    Forms forms;

    @Autowired
    Clock clock;

    private ItemId item;

    @BeforeEach
    void twoVersions() {
        item = items.draft(trainer, draft("第一种说法", true));
        review.publish(reviewer, item);
        items.revise(trainer, item, draft("第二种说法", false), "标准换了");
    }

    @Test
    void eachVersionTellsWhoMadeItWhyAndWhoPublishedIt() {
        assertThat(history.of(reviewer, item))
                .satisfiesExactly(
                        second -> {
                            assertThat(second.proposed()).isTrue();
                            assertThat(second.version().reason()).isEqualTo("标准换了");
                            assertThat(second.ground()).isNull();
                        },
                        first -> {
                            assertThat(first.inForce()).isTrue();
                            assertThat(Objects.requireNonNull(first.ground()).person())
                                    .isEqualTo(reviewer.person());
                        });
        VersionDiff diff = history.compare(reviewer, item, 1, 2);
        assertThat(diff.keyChanged()).isTrue();
        assertThat(diff.passages().getFirst().differs()).isTrue();
        assertThat(diff.facts()).extracting(VersionDiff.Fact::name).containsExactly("key");
    }

    @Test
    void anOldVersionIsProposedAgainAsANewOne() {
        refused("bank.history.current", () -> history.restore(trainer, item, null, 2, "x"));
        refused("bank.history.reason", () -> history.restore(trainer, item, null, 1, " "));
        history.restore(trainer, item, null, 1, "原来的对");
        assertThat(history.of(trainer, item)).hasSize(3);
        assertThat(items.proposal(trainer, item).orElseThrow().content().stem()).isEqualTo("第一种说法");
        assertThat(history.compare(trainer, item, 1, 3).passages()).noneMatch(VersionDiff.Text::differs);
        refused("base.forbidden", () -> history.restore(reviewer, item, null, 2, "x"));
    }

    @Test
    void whatWasSavedBehindTheirBackIsNotReplacedByAnOldVersion() {
        ItemVersionId seen = history.of(trainer, item).getFirst().version().id();
        items.revise(trainer, item, draft("第三种说法", true), "又改");
        refused("bank.item.changed", () -> history.restore(trainer, item, seen, 1, "原来的对"));
        assertThat(items.proposal(trainer, item).orElseThrow().content().stem()).isEqualTo("第三种说法");
        history.restore(
                trainer, item, history.of(trainer, item).getFirst().version().id(), 1, "原来的对");
        assertThat(items.proposal(trainer, item).orElseThrow().content().stem()).isEqualTo("第一种说法");
    }

    @Test
    void whatHasNoKeyForThemStaysClosed() {
        Actor worker = city.actor(city.enterprise(), Role.WORKER);
        refused("base.not-found", () -> history.of(worker, item));
        refused("base.not-found", () -> history.compare(worker, item, 1, 2));
        refused("base.not-found", () -> history.uses(worker, item));
        refused("bank.history.none", () -> history.compare(trainer, item, 1, 9));
    }

    @Test
    void papersKnowWhichVersionsTheyHold() {
        ItemVersionId first = history.of(trainer, item).getLast().version().id();
        ItemVersionId second = history.of(trainer, item).getFirst().version().id();
        FormId form = forms.freezeForPractice(
                "练习", List.of(new DraftSlot(first, ItemType.TRUE_FALSE, BigDecimal.ONE)), clock.instant());
        assertThat(forms.holding(Set.of(form), Set.of(first, second))).containsEntry(form, Set.of(first));
        assertThat(history.uses(trainer, item)).isEmpty();
    }

    @Test
    void whoOrganisesNothingIsToldHowManyPastPapersHeldAVersionAndNothingOfOneThatIsToCome() {
        ItemVersionId first = history.of(trainer, item).getLast().version().id();
        ItemVersionId second = history.of(trainer, item).getFirst().version().id();
        Instant now = clock.instant();
        List<FormId> papers = Stream.of(first, first, second)
                .map(version -> forms.freezeForExam(
                        "绝密的名字", List.of(new DraftSlot(version, ItemType.TRUE_FALSE, BigDecimal.ONE)), now))
                .toList();
        refused("bank.embargo", () -> history.uses(trainer, item));
        forms.release(papers.get(0), now.plusSeconds(1));
        forms.release(papers.get(1), now.plusSeconds(1));
        refused("bank.embargo", () -> history.uses(trainer, item));
        forms.discard(papers.get(2));
        assertThat(history.uses(trainer, item)).containsExactly(ItemUse.counted(first, "paper", 2));
    }

    private ItemDraft draft(String stem, boolean key) {
        return TestDrafts.item(trade, stem, new Interaction.TrueFalse(key), Secrecy.OPEN);
    }
}
