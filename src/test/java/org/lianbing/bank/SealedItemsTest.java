package org.lianbing.bank;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import org.lianbing.account.PersonTokens;
import org.lianbing.bank.exchange.Book;
import org.lianbing.bank.exchange.ExportService;
import org.lianbing.bank.exchange.ImportFile;
import org.lianbing.bank.exchange.ImportService;
import org.lianbing.bank.exchange.ImportSettings;
import org.lianbing.bank.exchange.RowState;
import org.lianbing.bank.lifecycle.ItemDocuments;
import org.lianbing.bank.review.BlindSolves;
import org.lianbing.bank.review.Deal;
import org.lianbing.bank.review.Packets;
import org.lianbing.bank.review.Remarks;
import org.lianbing.bank.review.ReviewQueue;
import org.lianbing.bank.review.Waiting;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.search.SearchIndex;
import org.lianbing.search.SearchQuery;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestDrafts;
import org.lianbing.testing.TestSolving;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.testing.Refusals.refused;
import static org.lianbing.testing.Refusals.unknown;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Every path to a sealed item, tried as administrator, reviewer and trainer of the trade, other setter and nobody. */
@IntegrationTest
class SealedItemsTest {

    private static final PageOf PAGE = new PageOf(0, 100);

    @Autowired
    TestCity city;

    @Autowired
    TestSolving solving;

    @Autowired
    Trades trades;

    @Autowired
    Items items;

    @Autowired
    SealedSets sets;

    @Autowired
    Review review;

    @Autowired
    ReviewQueue queue;

    @Autowired
    BlindSolves solves;

    @Autowired
    Remarks remarks;

    @Autowired
    Packets packets;

    @Autowired
    Pool pool;

    @Autowired
    ExportService exports;

    @Autowired
    ImportService imports;

    @Autowired
    SearchIndex index;

    @Autowired
    PersonTokens tokens;

    @Autowired
    MockMvc mvc;

    private Actor setter;
    private Actor other;
    private Actor trainer;
    private Actor reviewer;
    private Actor administrator;
    private Actor worker;
    private TradeId trade;
    private SealedSetId set;
    private ItemId item;
    private String stem;

    @BeforeEach
    void seal() {
        UnitId unit = city.enterprise();
        setter = city.actor(unit, Role.TRAINER);
        other = city.actor(unit, Role.TRAINER);
        trainer = city.actor(unit, Role.TRAINER);
        reviewer = city.actor(city.administrator().unit(), Role.REVIEWER, Role.TRAINER, Role.AUDITOR);
        administrator = city.actor(city.administrator().unit(), Role.ADMIN, Role.TRAINER, Role.REVIEWER);
        worker = city.actor(unit, Role.WORKER);
        trade = trades.find("fitter").orElseThrow().id();
        set = sets.create(setter, "市赛决赛", List.of(other.person()));
        stem = "密封之题" + city.number();
        item = sets.draft(setter, set, draft(stem, Secrecy.OPEN));
    }

    @Test
    void nobodyButASetterReadsReviewsOrChangesIt() {
        for (Actor outsider : List.of(administrator, reviewer, trainer, worker)) {
            unknown(() -> items.get(outsider, item));
            unknown(() -> items.proposal(outsider, item));
            unknown(() -> items.history(outsider, item));
            unknown(() -> items.lastComment(outsider, item));
            unknown(() -> items.revise(outsider, item, draft("x", Secrecy.SEALED), "x"));
            unknown(() -> items.share(outsider, item, Sharing.ALL));
            unknown(() -> review.submit(outsider, List.of(item)));
            unknown(() -> review.publish(outsider, item, "x"));
            unknown(() -> review.sendBack(outsider, item, "x"));
            unknown(() -> review.retire(outsider, item, "x"));
            unknown(() -> solves.paper(outsider, item));
            unknown(() -> solves.solve(outsider, item, null, List.of("true")));
            unknown(() -> remarks.of(outsider, item));
            unknown(() -> remarks.say(outsider, item, "x"));
            unknown(() -> sets.get(outsider, set));
            unknown(() -> sets.entries(outsider, set));
            unknown(() -> sets.looks(outsider, set, PAGE));
            unknown(() -> sets.addSetter(outsider, set, outsider.person()));
            unknown(() -> sets.removeSetter(outsider, set, other.person()));
            unknown(() -> sets.draft(outsider, set, draft("x", Secrecy.OPEN)));
            unknown(() -> sets.release(outsider, set, Secrecy.OPEN));
            assertThat(sets.mine(outsider)).isEmpty();
        }
        assertThat(items.get(other, item).secrecy()).isEqualTo(Secrecy.SEALED);
    }

    @Test
    void theSettersReviewAmongThemselvesByFourEyesAndBlind() {
        review.submit(setter, List.of(item));
        refused("bank.four-eyes", () -> review.publish(setter, item));
        refused("bank.review.solve-first", () -> review.publish(other, item));
        solving.rightly(other, item);
        review.publish(other, item);
        assertThat(items.get(setter, item).secrecy()).isEqualTo(Secrecy.SEALED);
        assertThat(pool.forSealed(set, trade, List.of(Level.SENIOR), Set.of()))
                .extracting(PoolItem::item)
                .containsExactly(item);
    }

    @Test
    void itAppearsNowhereBeforeRelease() throws IOException {
        int before = pool.counts().getOrDefault(trade, 0);
        publish();
        assertThat(pool.counts().getOrDefault(trade, 0)).isEqualTo(before);
        assertThat(pool.forPractice(trade, Level.SENIOR, Set.of()))
                .extracting(PoolItem::item)
                .doesNotContain(item);
        assertThat(pool.forExam(trade, List.of(Level.SENIOR), Set.of()))
                .extracting(PoolItem::item)
                .doesNotContain(item);
        assertThat(pool.practicable(Set.of(item))).isEmpty();
        for (Actor actor : List.of(administrator, reviewer, trainer, other, setter)) {
            assertThat(found(actor)).isEmpty();
            assertThat(queue.find(actor, Waiting.Part.ALL, trade, new PageOf(0, 500)))
                    .extracting(Waiting::item)
                    .doesNotContain(item);
        }
        assertThat(index.find(new SearchQuery(ItemDocuments.COLLECTION, stem, java.util.Map.of(), PAGE))
                        .total())
                .isZero();
        city.actAs(setter.person());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.items(setter, trade, Locale.SIMPLIFIED_CHINESE, out);
        assertThat(out.size()).isPositive();
        assertThat(text(out)).doesNotContain(stem);
    }

    @Test
    void itIsNoDuplicateHintAndInNoPacket() {
        String asked = "双份" + city.number() + "？";
        ItemContent content = new ItemContent(
                asked,
                new Interaction.SingleChoice(List.of(
                        new Option("十毫米", false, null),
                        new Option("二十毫米", true, null),
                        new Option("三十毫米", false, null),
                        new Option("四十毫米", false, null))),
                "",
                2);
        sets.draft(
                setter,
                set,
                new ItemDraft(null, trade, Set.of(Level.SENIOR), Set.of(), content, Secrecy.OPEN, Origin.NONE));
        city.actAs(trainer.person());
        ImportFile again = imports.preview(
                trainer,
                new ImportSettings(trade, Set.of(), Secrecy.OPEN),
                "乙.xlsx",
                new Book().item(asked).file());
        assertThat(again.count(RowState.DUPLICATE)).isZero();

        review.submit(setter, List.of(item));
        refused(
                "bank.packet.nothing",
                () -> packets.deal(
                        setter,
                        new Deal(
                                trade,
                                "",
                                List.of(item),
                                List.of(reviewer.person()),
                                packets.today().plusDays(1))));
    }

    @Test
    void eachLookIsRecordedWithWhoWhenAndWhichVersion() {
        items.get(other, item);
        items.get(other, item);
        items.revise(setter, item, draft(stem + "改", Secrecy.SEALED), "改一字");
        solves.paper(other, item);
        assertThat(sets.looks(setter, set, PAGE))
                .satisfiesExactly(
                        look -> {
                            assertThat(look.person()).isEqualTo(other.person());
                            assertThat(look.version()).isEqualTo(2);
                        },
                        look -> {
                            assertThat(look.person()).isEqualTo(other.person());
                            assertThat(look.version()).isEqualTo(1);
                            assertThat(look.code())
                                    .isEqualTo(items.get(setter, item).code());
                        });
    }

    @Test
    void twoSettersAlwaysRemainAndOnlySettersChangeThem() {
        refused("bank.sealed.two", () -> sets.create(setter, "一个人的卷", List.of()));
        refused("bank.sealed.setter", () -> sets.create(setter, "工人", List.of(worker.person())));
        refused("bank.sealed.two", () -> sets.removeSetter(setter, set, other.person()));
        sets.addSetter(setter, set, trainer.person());
        assertThat(items.get(trainer, item).id()).isEqualTo(item);
        sets.removeSetter(trainer, set, setter.person());
        unknown(() -> items.get(setter, item));
        unknown(() -> sets.addSetter(setter, set, setter.person()));
        assertThat(sets.get(other, set).setters()).containsExactlyInAnyOrder(other.person(), trainer.person());
    }

    @Test
    void secrecyChangesBySealingAndReleasingAlone() {
        refused("bank.sealed.release-first", () -> items.revise(setter, item, draft("x", Secrecy.OPEN), "x"));
        ItemId reserved = items.draft(setter, draft("备用" + city.number(), Secrecy.RESERVED));
        refused("bank.sealed.set-needed", () -> items.revise(setter, reserved, draft("x", Secrecy.SEALED), "x"));
        sets.seal(setter, set, List.of(reserved));
        unknown(() -> items.get(trainer, reserved));
        ItemId open = items.draft(setter, draft("公开" + city.number(), Secrecy.OPEN));
        review.publish(reviewer, open);
        refused("bank.sealed.was-open", () -> sets.seal(setter, set, List.of(open)));
        solving.rightly(other, reserved);
        review.publish(other, reserved);
        assertThat(items.get(setter, reserved).secrecy()).isEqualTo(Secrecy.SEALED);
    }

    @Test
    void releaseOpensItToEverybodyOfTheTrade() {
        publish();
        ItemId draft = sets.draft(setter, set, draft("没发布的" + city.number(), Secrecy.OPEN));
        sets.release(other, set, Secrecy.OPEN);
        assertThat(items.get(trainer, item).secrecy()).isEqualTo(Secrecy.OPEN);
        assertThat(found(trainer)).containsExactly(item);
        assertThat(pool.practicable(Set.of(item))).hasSize(1);
        review.publish(reviewer, draft);
        assertThat(items.get(trainer, draft).secrecy()).isEqualTo(Secrecy.OPEN);
        refused("bank.sealed.released", () -> sets.draft(setter, set, draft("x", Secrecy.OPEN)));
        refused("bank.sealed.released", () -> sets.release(setter, set, Secrecy.OPEN));
    }

    @Test
    void theReleaseOfItsContestOpensItToo() {
        publish();
        sets.releaseWithContest(set, Secrecy.RESERVED);
        sets.releaseWithContest(set, Secrecy.RESERVED);
        assertThat(items.get(trainer, item).secrecy()).isEqualTo(Secrecy.RESERVED);
        assertThat(pool.practicable(Set.of(item))).isEmpty();
    }

    @Test
    void theApiTellsNobodyThatItExists() throws Exception {
        for (Actor outsider : List.of(administrator, reviewer, trainer)) {
            mvc.perform(as(outsider, get("/api/items/" + item))).andExpect(status().isNotFound());
            mvc.perform(as(outsider, get("/api/items/" + item + "/blind"))).andExpect(status().isNotFound());
            mvc.perform(as(outsider, get("/api/items/" + item + "/remarks"))).andExpect(status().isNotFound());
            mvc.perform(as(outsider, post("/api/items/" + item + "/publication")))
                    .andExpect(status().isNotFound());
            mvc.perform(as(outsider, get("/api/sealed-sets/" + set))).andExpect(status().isNotFound());
            mvc.perform(as(outsider, get("/api/sealed-sets/" + set + "/items"))).andExpect(status().isNotFound());
            mvc.perform(as(outsider, put("/api/sealed-sets/" + set + "/setters/" + outsider.person())))
                    .andExpect(status().isNotFound());
            mvc.perform(as(outsider, delete("/api/sealed-sets/" + set + "/setters/" + other.person())))
                    .andExpect(status().isNotFound());
            mvc.perform(as(outsider, get("/api/items")).param("q", stem))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.total").value(0));
        }
        mvc.perform(as(worker, get("/api/sealed-sets"))).andExpect(status().isForbidden());
        mvc.perform(get("/api/sealed-sets")).andExpect(status().isUnauthorized());
        mvc.perform(as(other, get("/api/sealed-sets/" + set + "/items")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].id").value(item.toString()))
                .andExpect(jsonPath("$[0].stem").doesNotExist());
        mvc.perform(as(other, get("/api/items/" + item))).andExpect(status().isOk());
    }

    private void publish() {
        solving.rightly(other, item);
        review.publish(other, item);
    }

    private List<ItemId> found(Actor actor) {
        return items.find(actor, new ItemQuery(stem, null, null, null, null), PAGE).rows().stream()
                .map(Item::id)
                .toList();
    }

    private ItemDraft draft(String words, Secrecy secrecy) {
        return TestDrafts.statement(trade, words, secrecy);
    }

    private static String text(ByteArrayOutputStream workbook) throws IOException {
        Path file = Files.write(Files.createTempFile("export", ".xlsx"), workbook.toByteArray());
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return all.toString();
    }

    private MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        String token = tokens.issue(actor.person(), Duration.ofHours(1)).text();
        return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
}
