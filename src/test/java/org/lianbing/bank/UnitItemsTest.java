package org.lianbing.bank;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import org.lianbing.account.Accounts;
import org.lianbing.account.PersonTokens;
import org.lianbing.bank.review.ReviewQueue;
import org.lianbing.bank.review.Waiting;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.PageOf;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.organization.UnitDraft;
import org.lianbing.organization.UnitKind;
import org.lianbing.organization.Units;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestDrafts;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.testing.Refusals.refused;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Keys are for the trades and units that are somebody's; what another unit does not share is not there. */
@IntegrationTest
class UnitItemsTest {

    private static final PageOf PAGE = new PageOf(0, 100);

    @Autowired
    TestCity city;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    Trades trades;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    ReviewQueue queue;

    @Autowired
    PersonTokens tokens;

    @Autowired
    MockMvc mvc;

    private Actor trainer;
    private Actor elsewhere;
    private Actor above;
    private Actor below;
    private TradeId trade;
    private String stem;

    @BeforeEach
    void people() {
        UnitId unit = city.enterprise();
        UnitId workshop =
                units.add(city.administrator(), new UnitDraft("车间 " + city.number(), UnitKind.WORKSHOP, unit));
        trainer = city.actor(unit, Role.TRAINER);
        elsewhere = city.actor(city.enterprise(), Role.TRAINER, Role.REVIEWER);
        above = city.actor(city.administrator().unit(), Role.TRAINER, Role.REVIEWER);
        below = city.actor(workshop, Role.TRAINER);
        trade = trades.find("fitter").orElseThrow().id();
        stem = "单位之题" + city.number();
    }

    @Test
    void practiceIsForAllAndWhatExamsUseStaysInItsUnit() {
        ItemId open = items.draft(trainer, draft(Secrecy.OPEN));
        assertThat(items.get(trainer, open).unit()).isEqualTo(trainer.unit());
        assertThat(items.get(elsewhere, open).sharing()).isEqualTo(Sharing.ALL);
        assertThat(found(elsewhere)).containsExactly(open);

        ItemId reserved = items.draft(trainer, draft(Secrecy.RESERVED));
        assertThat(items.get(above, reserved).sharing()).isEqualTo(Sharing.UNIT);
        refused(Problem.Kind.NOT_FOUND, () -> items.get(elsewhere, reserved));
        refused(Problem.Kind.NOT_FOUND, () -> items.get(below, reserved));
        assertThat(found(elsewhere)).containsExactly(open);
        assertThat(found(above)).containsExactlyInAnyOrder(open, reserved);
    }

    @Test
    void sharedAlongTheLineThoseBelowSeeItToo() {
        ItemId item = items.draft(trainer, draft(Secrecy.RESERVED));
        items.share(trainer, item, Sharing.LINE);
        assertThat(items.get(below, item).id()).isEqualTo(item);
        assertThat(found(below)).containsExactly(item);
        refused(Problem.Kind.NOT_FOUND, () -> items.get(elsewhere, item));
        assertThat(found(elsewhere)).isEmpty();
        items.share(trainer, item, Sharing.ALL);
        assertThat(found(elsewhere)).containsExactly(item);
    }

    @Test
    void whatAnotherUnitSharesIsReadAndReviewedButNotWritten() {
        ItemId item = items.draft(trainer, draft(Secrecy.OPEN));
        refused(Problem.Kind.FORBIDDEN, () -> items.revise(elsewhere, item, draft(Secrecy.OPEN), "x"));
        refused(Problem.Kind.FORBIDDEN, () -> items.share(elsewhere, item, Sharing.UNIT));
        review.submit(trainer, List.of(item));
        assertThat(waiting(elsewhere)).contains(item);
        review.publish(elsewhere, item);
    }

    @Test
    void theQueueIsBoundToTheUnitToo() {
        ItemId item = items.draft(trainer, draft(Secrecy.RESERVED));
        review.submit(trainer, List.of(item));
        assertThat(waiting(above)).contains(item);
        assertThat(waiting(elsewhere)).doesNotContain(item);
        refused(Problem.Kind.NOT_FOUND, () -> review.publish(elsewhere, item));
        refused(Problem.Kind.NOT_FOUND, () -> review.sendBack(elsewhere, item, "x"));
        refused(Problem.Kind.NOT_FOUND, () -> review.retire(elsewhere, item, "x"));
    }

    @Test
    void aGrantForOneTradeInOneUnitOpensNoOtherTradeThere() {
        Actor person = city.actor(city.enterprise(), Role.TRAINER);
        TradeId care = trades.find("elderly-care").orElseThrow().id();
        accounts.grant(city.administrator(), person.person(), new Grant(Role.REVIEWER, trainer.unit(), Set.of(care)));
        Actor mixed = accounts.actor(person.person()).orElseThrow();
        ItemId item = items.draft(trainer, draft(Secrecy.RESERVED));
        refused(Problem.Kind.NOT_FOUND, () -> items.get(mixed, item));
        assertThat(found(mixed)).isEmpty();
    }

    @Test
    void somebodyElsesIdInTheUrlFindsNothing() throws Exception {
        ItemId item = items.draft(trainer, draft(Secrecy.RESERVED));
        mvc.perform(as(elsewhere, get("/api/items/" + item))).andExpect(status().isNotFound());
        mvc.perform(as(elsewhere, put("/api/items/" + item + "/sharing"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"sharing\": \"all\"}"))
                .andExpect(status().isNotFound());
        mvc.perform(as(trainer, put("/api/items/" + item + "/sharing"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"sharing\": \"all\"}"))
                .andExpect(status().isNoContent());
        mvc.perform(as(elsewhere, get("/api/items/" + item)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sharing").value("all"));
    }

    private List<ItemId> waiting(Actor actor) {
        return queue.find(actor, Waiting.Part.ALL, trade, new PageOf(0, 500)).stream()
                .map(Waiting::item)
                .toList();
    }

    private List<ItemId> found(Actor actor) {
        return items.find(actor, new ItemQuery(stem, null, null, null, null), PAGE).rows().stream()
                .map(Item::id)
                .toList();
    }

    private ItemDraft draft(Secrecy secrecy) {
        return TestDrafts.statement(trade, stem + secrecy, secrecy);
    }

    private MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        String token = tokens.issue(actor.person(), Duration.ofHours(1)).text();
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
}
