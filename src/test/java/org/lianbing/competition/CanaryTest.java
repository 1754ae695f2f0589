package org.lianbing.competition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.Started;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.Review;
import org.lianbing.bank.Secrecy;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.exam.Admission;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.media.Media;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;
import org.lianbing.testing.ApiDescription;
import org.lianbing.testing.ApiDescription.Operation;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.Knowing;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.TestSolving;
import org.lianbing.trade.TestTrades;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Canary keys in a contest that runs: nothing of them is in any byte that anybody gets before the release, by any
 * operation that the API describes. The items were open before, in everybody's practice, search and export; of some
 * slots the right token is known, too, and must not stand anywhere without the wrong ones beside it.
 */
@IntegrationTest
class CanaryTest {

    private static final Level LEVEL = Level.SENIOR;
    private static final List<String> FORMATS = List.of("xlsx", "yaml", "gift", "moodle", "qti", "docx");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    @Autowired
    Contest contest;

    @Autowired
    Competitions competitions;

    @Autowired
    Admission admission;

    @Autowired
    Exams exams;

    @Autowired
    Forms forms;

    @Autowired
    Items items;

    @Autowired
    Review review;

    @Autowired
    TestSolving solving;

    @Autowired
    TestTrades testTrades;

    @Autowired
    Trades trades;

    @Autowired
    Media media;

    @Autowired
    JsonMapper json;

    private final Map<String, List<String>> things = new TreeMap<>();
    private final Map<String, String> callers = new LinkedHashMap<>();
    private final Set<String> leaks = new TreeSet<>();
    private ApiDescription api;

    /** A trade of its own, in which there is nothing but canaries. */
    private String trade = "";

    private String mark = "";
    private UnitId unit = UnitId.next();
    private Actor organizer;
    private PersonId waiting = PersonId.next();
    private Competition opened;
    private Form form;
    private String candidate = "";
    private int calls;

    @BeforeEach
    void aContestOfCanaries() throws Exception {
        api = ApiDescription.read(mvc);
        trade = testTrades.make().code();
        mark = "第" + city.number() + "笼";
        unit = city.enterprise();
        organizer = city.actor(unit, Role.ORGANIZER);
        Actor author = city.actor(unit, Role.TRAINER);
        Actor reviewer = city.actor(unit, Role.TRAINER, Role.REVIEWER);
        PersonId sitter = city.person(unit);
        waiting = city.person(unit);
        List<ItemId> canaries = new ArrayList<>();
        for (ItemContent content : contents()) {
            ItemId item = published(author, reviewer, content);
            canaries.add(item);
            if (!scoredByMachine(content)) {
                // No contest draws what people mark; it is in the paper of an exam that is not released either.
                ItemVersionId version = Objects.requireNonNull(
                                items.get(reviewer, item).published())
                        .id();
                forms.freezeForExam(
                        "另一卷" + mark,
                        List.of(new DraftSlot(version, content.interaction().type(), BigDecimal.ONE)),
                        contest.now());
            }
        }
        CompetitionDraft plain = contest.draft(contest.running(), ReleaseRule.MANUAL, sitter, waiting);
        opened = contest.open(organizer, drawing(plain));
        // After the paper is drawn, so that a drill of this level has something, and it is none of the paper.
        published(author, reviewer, new ItemContent(mark + "练习题", new Interaction.TrueFalse(false), "无", 3));
        ExamId exam = Contest.exam(opened);
        form = forms.get(exams.get(organizer, exam).form());
        assertThat(form.slots()).extracting(Slot::item).hasSizeGreaterThan(5).isSubsetOf(canaries);

        Started started = admission.start(sitter, exam, "", contest.now());
        candidate = "Bearer " + started.token();
        List<String> items = canaries.stream().map(ItemId::toString).toList();
        things.put("item", items);
        things.put("/api/items", items);
        things.put("exam", List.of(exam.toString()));
        things.put("competition", List.of(opened.id().toString()));
        things.put("board", List.of(Competitions.opened(opened).board().toString()));
        things.put("attempt", List.of(started.attemptId().toString()));
        things.put("attemptId", thing("attempt"));
        things.put("person", List.of(sitter.toString()));
        things.put("/api/people", thing("person"));
        things.put("/api/units", List.of(unit.toString()));
        things.put("slot", List.of("1", "2", "3", "4"));
        callers.put("the candidate", contest.bearer(sitter));
        callers.put("the candidate's attempt", candidate);
        callers.put("who waits", contest.bearer(waiting));
        callers.put("a worker elsewhere", contest.bearer(city.person(city.enterprise())));
        callers.put("everything elsewhere", all(city.enterprise()));
        callers.put("nobody", "");
    }

    @Test
    void noByteOfAKeyLeavesTheServerBeforeTheRelease() throws Exception {
        String attempt = "/api/attempts/" + thing("attempt").getFirst();
        search("waiting room", caller("who waits"));
        crawl(Set.of("GET"), callers);
        mvc.perform(put(attempt + "/responses")
                        .header("Authorization", candidate)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(allWrong()))
                .andExpect(status().isOk());
        look(
                "saving",
                perform(put(attempt + "/responses")
                        .header("Authorization", candidate)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(allWrong())));
        practise();
        look("handing in", perform(post(attempt + "/submission").header("Authorization", candidate)));
        crawl(Set.of("GET", "POST", "PUT"), callers);
        crawl(Set.of("GET"), insiders());
        assertThat(calls).isGreaterThan(500);
        assertThat(leaks).isEmpty();

        // That it would have been seen: after the release it is. The crawl has begun the attempt of who waits, too.
        Started late = admission.start(waiting, Contest.exam(opened), "", contest.now());
        perform(post("/api/attempts/" + late.attemptId() + "/submission")
                .header("Authorization", "Bearer " + late.token()));
        competitions.release(organizer, opened.id(), opened.draft().window().closesAt());
        crawl(Set.of("GET"), Map.of("the candidate", caller("the candidate")));
        assertThat(leaks).isNotEmpty();
    }

    /** Those who hold the contest, its author among them, and who stands above all. */
    private Map<String, String> insiders() {
        Map<String, String> insiders = new LinkedHashMap<>();
        insiders.put("the organizer", contest.bearer(organizer.person()));
        insiders.put("a colleague with every role", all(unit));
        insiders.put("the administrator", contest.bearer(city.administrator().person()));
        return insiders;
    }

    /** A drill in the trade and level of the contest, with a wrong answer checked in every slot. */
    private void practise() throws Exception {
        String worker = caller("a worker elsewhere");
        byte[] drill = perform(post("/api/practice/attempts")
                .header("Authorization", worker)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("trade", trade, "level", LEVEL.code(), "count", 20))));
        look("practice", drill);
        var started = json.readTree(drill);
        String attempt = "/api/attempts/" + started.get("attemptId").asString();
        String token = "Bearer " + started.get("token").asString();
        byte[] paper = perform(get(attempt + "/form").header("Authorization", token));
        look("practice's form", paper);
        int sequence = 0;
        for (var slot : json.readTree(paper).get("slots")) {
            String value = slot.has("options")
                    ? slot.get("options").get(0).get("token").asString()
                    : "1";
            look(
                    "practice's check",
                    perform(post(attempt + "/slots/" + slot.get("slot").asInt() + "/check")
                            .header("Authorization", token)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(json.writeValueAsString(Map.of("sequence", ++sequence, "value", value)))));
        }
        look("practice's end", perform(post(attempt + "/submission").header("Authorization", token)));
    }

    private void search(String who, String authorization) throws Exception {
        for (String page :
                List.of("/sitting/", "/sitting/nothing.js", "/v3/api-docs", "/api/nothing", "/actuator/health")) {
            look(who + " " + page, perform(get(page).header("Authorization", authorization)));
        }
    }

    private void crawl(Set<String> methods, Map<String, String> by) throws Exception {
        for (Operation operation : api.operations()) {
            if (methods.contains(operation.method())) {
                for (Map.Entry<String, String> caller : by.entrySet()) {
                    call(operation, caller.getKey(), caller.getValue());
                }
            }
        }
    }

    /** Once for each of our things that it can be about, looking for our items where it can be asked for something. */
    private void call(Operation operation, String who, String authorization) throws Exception {
        int times = ids(operation).size();
        for (int n = 0; n < times; n++) {
            String id = ids(operation).get(n);
            for (Map<String, String> asked : questions(operation)) {
                AbstractMockHttpServletRequestBuilder<?> request = api.request(
                        operation,
                        name -> things.containsKey(name) && !name.equals("slot") && !name.equals("item")
                                ? thing(name).getFirst()
                                : id);
                asked.forEach(request::param);
                if (!authorization.isEmpty()) {
                    request.header("Authorization", authorization);
                }
                look("%s %s %s %s".formatted(who, operation.door(), id, asked), perform(request));
            }
        }
    }

    private List<String> thing(String name) {
        return Objects.requireNonNull(things.get(name));
    }

    private String caller(String name) {
        return Objects.requireNonNull(callers.get(name));
    }

    private List<String> ids(Operation operation) {
        if (operation.path().contains("{slot}")) {
            return thing("slot");
        }
        String of = operation.path().substring(0, Math.max(0, operation.path().indexOf("/{")));
        return Objects.requireNonNullElse(
                things.get(of), operation.path().contains("{item}") ? thing("item") : List.of("1"));
    }

    /** Its optional parameters with what would lead to our items. */
    private List<Map<String, String>> questions(Operation operation) {
        Map<String, String> known = Map.of("q", mark, "trade", trade, "level", LEVEL.code());
        Map<String, String> asked = new TreeMap<>();
        boolean formats = false;
        for (var parameter : operation.described().path("parameters")) {
            String name = parameter.get("name").asString();
            formats |= name.equals("format");
            if (known.containsKey(name) && parameter.get("in").asString().equals("query")) {
                asked.put(name, Objects.requireNonNull(known.get(name)));
            }
        }
        if (!formats) {
            return asked.isEmpty() ? List.of(Map.of()) : List.of(Map.of(), asked);
        }
        return FORMATS.stream()
                .map(format -> {
                    Map<String, String> more = new TreeMap<>(asked);
                    more.remove("q");
                    more.put("format", format);
                    return more;
                })
                .toList();
    }

    private byte[] perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        calls++;
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        for (String name : answer.getHeaderNames()) {
            for (String value : answer.getHeaders(name)) {
                String read = value.contains("%") ? UriUtils.decode(value, StandardCharsets.UTF_8) : value;
                if (read.contains(Canaries.WORD) || read.contains(Canaries.NUMBER)) {
                    leaks.add("a canary in the header " + name);
                }
            }
        }
        return answer.getContentAsByteArray();
    }

    private void look(String where, byte[] bytes) throws IOException {
        String text = text(bytes);
        if (text.contains(Canaries.WORD) || text.contains(Canaries.NUMBER) || text.contains(Canaries.PLACE)) {
            leaks.add("a canary at " + where);
        }
        for (Slot slot : form.slots()) {
            List<String> right = switch (slot.key()) {
                case SlotKey.One one -> List.of(one.token());
                case SlotKey.Several several -> List.copyOf(several.tokens());
                default -> List.of();
            };
            if (!right.isEmpty()
                    && right.stream().allMatch(token -> text.contains('"' + token + '"'))
                    && slot.tokens().stream().anyMatch(token -> !text.contains('"' + token + '"'))) {
                leaks.add("the right token of slot " + slot.number() + " at " + where);
            }
        }
    }

    /** What is inside of what is packed, too. */
    private static String text(byte[] bytes) throws IOException {
        if (bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K') {
            StringBuilder inside = new StringBuilder();
            try (ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                    .get()) {
                for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                    inside.append(text(zip.getInputStream(entry).readAllBytes()));
                }
            }
            return inside.toString();
        }
        if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            return text(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String allWrong() {
        List<Map<String, Object>> responses = new ArrayList<>();
        form.slots()
                .forEach(slot ->
                        responses.add(Map.of("slot", slot.number(), "sequence", slot.number(), "value", wrong(slot))));
        return json.writeValueAsString(Map.of("responses", responses));
    }

    /** Which variant of a 计算 the candidate has does not matter to what is wrong. */
    private static Object wrong(Slot slot) {
        return slot.key() instanceof SlotKey.Variants ? "-1" : Knowing.wrong(slot);
    }

    private String all(UnitId where) {
        Role[] roles = EnumSet.allOf(Role.class).toArray(Role[]::new);
        return contest.bearer(city.actor(where, roles).person());
    }

    private ItemId published(Actor author, Actor reviewer, ItemContent content) {
        ItemId item = items.draft(
                author,
                new ItemDraft(
                        null,
                        trades.find(trade).orElseThrow().id(),
                        Set.of(LEVEL),
                        Set.of(),
                        content,
                        Secrecy.OPEN,
                        Origin.of("canary")));
        review.submit(author, List.of(item));
        solving.rightly(reviewer, item);
        review.publish(reviewer, item);
        return item;
    }

    private CompetitionDraft drawing(CompetitionDraft draft) {
        List<Blueprint.Section> sections = contents().stream()
                .filter(CanaryTest::scoredByMachine)
                .map(content -> Contest.section(content.interaction().type(), 1))
                .toList();
        return new CompetitionDraft(
                draft.name() + mark,
                trades.find(trade).orElseThrow().id(),
                LEVEL,
                draft.window(),
                sections,
                draft.paperRules(),
                draft.admitted(),
                draft.releaseRule(),
                true,
                true);
    }

    private List<ItemContent> contents() {
        byte[] drawing =
                "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'/>".getBytes(StandardCharsets.UTF_8);
        return Canaries.contents(
                mark, "![图](media:" + media.store(drawing, "image/svg+xml").hash() + ")");
    }

    private static boolean scoredByMachine(ItemContent content) {
        return switch (content.interaction()) {
            case Interaction.ShortAnswer text -> false;
            case Interaction.Essay text -> false;
            case Interaction.Practical work -> false;
            default -> true;
        };
    }
}
