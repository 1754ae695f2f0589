package org.lianbing.bank;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.Forms;
import org.lianbing.search.FacetCount;
import org.lianbing.search.SavedSearch;
import org.lianbing.search.SavedSearches;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class ItemSearchTest {

    private static final PageOf PAGE = new PageOf(0, 20);

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Outlines outlines;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    SealedSets sets;

    @Autowired
    Forms forms;

    @Autowired
    SavedSearches saved;

    @Autowired
    ItemSearch search;

    @Autowired
    Clock clock;

    private Actor trainer;
    private Actor reviewer;
    private TradeId trade;
    private PointId point;
    private String mark;

    @BeforeEach
    void people() {
        UnitId unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        reviewer = city.actor(unit, Role.REVIEWER);
        trade = trades.find("electrician").orElseThrow().id();
        point = outlines.named("electrician-intermediate:A-A-A-001")
                .orElseThrow()
                .id();
        mark = "查" + (char) ('\u4e00' + city.number()) + (char) ('\u5e00' + city.number());
    }

    @Test
    void facetsTellHowManyItemsOneWouldGet() {
        draft(mark + "一", Secrecy.OPEN);
        ItemId published = draft(mark + "二", Secrecy.OPEN);
        review.publish(reviewer, published);
        ItemHits found = search.find(trainer, text(mark), PAGE);
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.facets().get(ItemFacet.STATE))
                .containsExactlyInAnyOrder(new FacetCount("DRAFT", 1), new FacetCount("PUBLISHED", 1));
        assertThat(found.facets().get(ItemFacet.AUTHOR))
                .containsExactly(new FacetCount(trainer.person().toString(), 2));
        assertThat(found.facets().get(ItemFacet.POINT)).containsExactly(new FacetCount(point.toString(), 2));
        assertThat(found.hits().getFirst().stem().marks()).isNotEmpty();
        assertThat(found.fallback()).isFalse();

        ItemHits drafts = search.find(trainer, new ItemQuery(mark, null, null, null, ItemState.DRAFT), PAGE);
        assertThat(drafts.total()).isOne();
        assertThat(drafts.facets().get(ItemFacet.STATE)).hasSize(2);
    }

    @Test
    void sealedItemsAreNeitherFoundNorCountedNorSuggested() {
        ItemId item = draft(mark + "密题", Secrecy.RESERVED);
        assertThat(search.find(trainer, text(mark), PAGE).total()).isOne();
        sets.seal(trainer, sets.create(trainer, mark + "决赛", List.of(reviewer.person())), List.of(item));
        for (Actor actor : List.of(trainer, reviewer)) {
            ItemHits found = search.find(actor, text(mark), PAGE);
            assertThat(found.total()).isZero();
            assertThat(found.facets().get(ItemFacet.STATE)).isEmpty();
            assertThat(search.suggest(actor, mark)).isEmpty();
        }
    }

    @Test
    void whatAContestHoldsIsNeitherCountedNorSuggested() {
        ItemId id = draft(mark + "封存", Secrecy.OPEN);
        review.publish(reviewer, id);
        ItemVersionId version =
                Objects.requireNonNull(items.get(trainer, id).published()).id();
        forms.freezeForExam(
                "封存", List.of(new DraftSlot(version, ItemType.TRUE_FALSE, BigDecimal.ONE)), clock.instant());
        ItemHits found = search.find(reviewer, text(mark), PAGE);
        assertThat(found.total()).isZero();
        assertThat(found.facets().get(ItemFacet.POINT)).isEmpty();
        assertThat(search.suggest(reviewer, mark)).isEmpty();
    }

    @Test
    void pointsAreSuggestedByTheirNames() {
        String name = Objects.requireNonNull(outlines.points(Set.of(point)).get(point))
                .name();
        assertThat(search.suggest(trainer, name.substring(0, 2)))
                .anySatisfy(one -> assertThat(one.point()).isEqualTo(point));
        assertThat(search.suggest(trainer, name.substring(0, 1))).isNotEmpty();
        assertThat(search.suggest(trainer, " ")).isEmpty();
    }

    @Test
    void aSearchIsNamedFoundAgainReplacedAndForgottenByItsOwnerAlone() {
        SavedSearch first = saved.save(trainer, "item", " 待我改的 ", "state=DRAFT");
        saved.save(trainer, "item", "待我改的", "state=DRAFT&q=x");
        assertThat(saved.of(trainer, "item")).containsExactly(new SavedSearch(first.id(), "待我改的", "state=DRAFT&q=x"));
        assertThat(saved.of(reviewer, "item")).isEmpty();
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> saved.remove(reviewer, first.id()));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> saved.save(trainer, "item", " ", ""));
        saved.remove(trainer, first.id());
        assertThat(saved.of(trainer, "item")).isEmpty();
    }

    private static ItemQuery text(String words) {
        return new ItemQuery(words, null, null, null, null);
    }

    private ItemId draft(String stem, Secrecy secrecy) {
        return items.draft(
                trainer,
                new ItemDraft(
                        null,
                        trade,
                        Set.of(Level.INTERMEDIATE),
                        Set.of(point),
                        new ItemContent(stem, new Interaction.TrueFalse(true), "", 2),
                        secrecy,
                        Origin.NONE));
    }
}
