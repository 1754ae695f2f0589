package org.lianbing.bank.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.account.PersonTokens;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemQuery;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.Sharing;
import org.lianbing.bank.bulk.BulkOperation.Entry;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.testing.DeskTest;
import org.lianbing.testing.TestDrafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.testing.Refusals.refused;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

class BulkTest extends DeskTest {

    @Autowired
    Bulk bulk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonTokens tokens;

    @Autowired
    MockMvc mvc;

    private String stem;

    @BeforeEach
    void people() {
        stem = "成批" + city.number() + "题";
    }

    @Test
    void aWholeSearchIsSubmittedAndTakenBack() {
        List<ItemId> all = drafts(trainer, 5);
        ItemQuery query = new ItemQuery(stem, null, null, null, null);
        assertThat(bulk.select(trainer, query)).containsExactlyInAnyOrderElementsOf(all);
        BulkOperation done = bulk.run(trainer, new BulkAct.Submit(), bulk.select(trainer, query));
        assertThat(done.done()).isEqualTo(5);
        assertThat(states(all)).containsOnly(ItemState.IN_REVIEW);
        BulkOperation undone = bulk.undo(trainer, done.id());
        assertThat(undone.entries()).allMatch(Entry::undone);
        assertThat(states(all)).containsOnly(ItemState.DRAFT);
        refused("bank.bulk.undo.twice", () -> bulk.undo(trainer, done.id()));
    }

    @Test
    void whatCannotBeDoneIsNamedAndTheRestIsDone() {
        List<ItemId> selection = new ArrayList<>(drafts(trainer, 2));
        ItemId own = drafts(both, 1).getFirst();
        ItemId exam = items.draft(trainer, draft(stem + "考", Secrecy.RESERVED));
        ItemId nowhere = ItemId.next();
        review.submit(trainer, List.of(selection.getFirst(), selection.getLast(), exam));
        review.submit(both, List.of(own));
        ItemId unfinished = drafts(trainer, 1).getFirst();
        selection.addAll(List.of(own, exam, unfinished, nowhere));
        BulkOperation done = bulk.run(both, new BulkAct.Publish(), selection);
        assertThat(done.done()).isEqualTo(2);
        assertThat(done.refused())
                .extracting(Entry::problem)
                .containsExactly(
                        "bank.four-eyes", "bank.review.solve-first", "bank.review.not-waiting", "base.not-found");
        assertThat(states(List.of(own, exam))).containsOnly(ItemState.IN_REVIEW);
        refused("bank.bulk.undo.published", () -> bulk.undo(both, done.id()));
    }

    @Test
    void whatWasChangedSinceIsNotTakenBackAndIsNamed() {
        List<ItemId> all = drafts(trainer, 3);
        review.submit(trainer, all);
        BulkOperation done = bulk.run(reviewer, new BulkAct.SendBack("单位写全"), all);
        assertThat(done.done()).isEqualTo(3);
        items.revise(trainer, all.getFirst(), draft(stem + "改过", Secrecy.OPEN), "改");
        BulkOperation undone = bulk.undo(reviewer, done.id());
        assertThat(undone.standing()).singleElement().satisfies(entry -> {
            assertThat(entry.item()).isEqualTo(all.getFirst());
            assertThat(entry.undoProblem()).isEqualTo("bank.bulk.undo.changed");
        });
        assertThat(items.get(trainer, all.get(1)).proposalState()).isEqualTo(ItemState.IN_REVIEW);
    }

    @Test
    void settingMakesNewVersionsThatWaitForAReviewer() {
        List<ItemId> all = drafts(trainer, 2);
        review.publish(reviewer, all.getFirst());
        BulkOperation done = bulk.run(trainer, new BulkAct.SetDifficulty(5), all);
        assertThat(done.done()).isEqualTo(2);
        assertThat(items.get(trainer, all.getFirst()).proposalState()).isEqualTo(ItemState.IN_REVIEW);
        assertThat(items.get(trainer, all.get(1)).proposalState()).isEqualTo(ItemState.DRAFT);
        assertThat(items.proposal(trainer, all.getFirst())
                        .orElseThrow()
                        .content()
                        .difficulty())
                .isEqualTo(5);
        assertThat(bulk.run(trainer, new BulkAct.SetDifficulty(5), all).refused())
                .extracting(Entry::problem)
                .containsOnly("bank.bulk.same");
        bulk.run(trainer, new BulkAct.SetLevels(Set.of(Level.INTERMEDIATE)), all.subList(1, 2));
        bulk.run(trainer, new BulkAct.SetSource("新教材"), all.subList(1, 2));
        assertThat(items.proposal(trainer, all.get(1)).orElseThrow().origin().source())
                .isEqualTo("新教材");
        BulkOperation undone = bulk.undo(trainer, done.id());
        assertThat(undone.standing()).extracting(Entry::item).containsExactly(all.get(1));
        assertThat(items.get(trainer, all.getFirst()).proposed()).isNull();
        assertThat(items.history(trainer, all.getFirst())).hasSize(2);
    }

    @Test
    void retiredItemsComeBackAsTheyStood() {
        List<ItemId> all = drafts(trainer, 2);
        review.publish(reviewer, all.getFirst());
        BulkOperation retired = bulk.run(reviewer, new BulkAct.Retire("旧标准"), all);
        assertThat(states(all)).containsOnly(ItemState.RETIRED);
        BulkOperation back = bulk.run(reviewer, new BulkAct.Restore(), all);
        assertThat(states(all)).containsExactly(ItemState.PUBLISHED, ItemState.DRAFT);
        bulk.undo(reviewer, back.id());
        assertThat(states(all)).containsOnly(ItemState.RETIRED);
        assertThat(bulk.undo(reviewer, retired.id()).standing()).isEmpty();
        assertThat(states(all)).containsExactly(ItemState.PUBLISHED, ItemState.DRAFT);
    }

    @Test
    void sharingAndSecrecyAreSetWithinTheSameBounds() {
        List<ItemId> all = drafts(trainer, 1);
        bulk.run(trainer, new BulkAct.Share(Sharing.UNIT), all);
        Actor elsewhere = city.actor(city.enterprise(), Role.TRAINER);
        assertThat(bulk.run(elsewhere, new BulkAct.SetSource("x"), all).refused())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.problem()).isEqualTo("base.not-found");
                    assertThat(entry.code()).isEmpty();
                });
        assertThat(bulk.run(trainer, new BulkAct.SetSecrecy(Secrecy.SEALED), all)
                        .refused())
                .extracting(Entry::problem)
                .containsExactly("bank.sealed.set-needed");
        assertThat(bulk.run(trainer, new BulkAct.SetSecrecy(Secrecy.RESERVED), all)
                        .done())
                .isEqualTo(1);
    }

    @Test
    void anActIsTakenBackWithinADayAndByItsPersonAlone() {
        BulkOperation done = bulk.run(trainer, new BulkAct.Submit(), drafts(trainer, 1));
        refused("base.not-found", () -> bulk.undo(both, done.id()));
        refused("base.not-found", () -> bulk.get(reviewer, done.id()));
        jdbc.sql("update bank.bulk set at = at - interval '25 hours' where id = :id")
                .param("id", done.id().value())
                .update();
        refused("bank.bulk.undo.late", () -> bulk.undo(trainer, done.id()));
        refused("bank.bulk.most", () -> bulk.run(trainer, new BulkAct.Submit(), List.of()));
        Actor worker = city.actor(city.enterprise(), Role.WORKER);
        refused("base.forbidden", () -> bulk.run(worker, new BulkAct.Submit(), List.of(ItemId.next())));
    }

    @Test
    void theApiDoesTheSame() throws Exception {
        List<ItemId> all = drafts(trainer, 2);
        String token =
                "Bearer " + tokens.issue(trainer.person(), Duration.ofHours(1)).text();
        mvc.perform(post("/api/bulk")
                        .header(HttpHeaders.AUTHORIZATION, token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"act\": {\"kind\": \"set-difficulty\", \"difficulty\": 4}, \"items\": [\""
                                + all.getFirst() + "\"]}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.done").value(1))
                .andExpect(jsonPath("$.undoable").value(true));
        mvc.perform(post("/api/bulk")
                        .header(HttpHeaders.AUTHORIZATION, token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"act\": {\"kind\": \"submit\"}, \"query\": {\"q\": \"" + stem + "\"}}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.done").value(2));
        mvc.perform(get("/api/bulk").header(HttpHeaders.AUTHORIZATION, token))
                .andExpect(jsonPath("$[0].kind").value("submit"));
        mvc.perform(post("/api/bulk")
                        .header(HttpHeaders.AUTHORIZATION, token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"act\": {\"kind\": \"submit\"}}"))
                .andExpect(status().isBadRequest());
    }

    private List<ItemId> drafts(Actor author, int count) {
        List<ItemId> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(items.draft(author, draft(stem + " " + i, Secrecy.OPEN)));
        }
        return made;
    }

    private List<ItemState> states(List<ItemId> all) {
        return all.stream().map(item -> items.get(both, item).state()).toList();
    }

    private ItemDraft draft(String words, Secrecy secrecy) {
        return TestDrafts.statement(trade, words, secrecy);
    }
}
