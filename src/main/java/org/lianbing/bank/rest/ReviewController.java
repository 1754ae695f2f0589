package org.lianbing.bank.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Review;
import org.lianbing.bank.rest.BlindBodies.BlindBody;
import org.lianbing.bank.rest.BlindBodies.SolveBody;
import org.lianbing.bank.review.BlindSolves;
import org.lianbing.bank.review.ReviewQueue;
import org.lianbing.bank.review.Waiting;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Items on their way from draft to published. */
@RestController
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
@Tag(name = "review")
class ReviewController {

    private static final int PAGE = 50;

    record ReasonRequest(@Nullable String reason) {}

    record CommentRequest(
            @Nullable String version, @Nullable String comment) {}

    /** @param version that was answered; null for what is proposed now */
    record ResponseRequest(
            @Nullable List<String> response, @Nullable String version) {}

    record WaitingBody(
            String id,
            String code,
            String trade,
            String type,
            List<String> levels,
            String secrecy,
            String stem,
            boolean own,
            @Nullable String packet,
            @Nullable String reviewer,
            @Nullable LocalDate dueOn) {}

    record QueueBody(List<WaitingBody> items, Waiting.Counts counts, int page, int pageSize) {}

    /** @param version that was answered; null for what is proposed now */
    record VerdictRequest(
            @Nullable Integer part,
            @Nullable Boolean agrees,
            @Nullable String version) {}

    private final Review review;
    private final ReviewQueue queue;
    private final BlindSolves solves;
    private final Trades trades;
    private final CurrentActor actors;

    ReviewController(Review review, ReviewQueue queue, BlindSolves solves, Trades trades, CurrentActor actors) {
        this.review = review;
        this.queue = queue;
        this.solves = solves;
        this.trades = trades;
        this.actors = actors;
    }

    /** What waits: part is mine, free (dealt to nobody) or all. */
    @GetMapping("/api/review/queue")
    QueueBody queue(
            @RequestParam(defaultValue = "all") String part,
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(defaultValue = "0") int page) {
        TradeId wanted = trade == null ? null : trade(trades, trade).id();
        return new QueueBody(
                queue.find(actors.require(), part(part), wanted, PageOf.number(page, PAGE)).stream()
                        .map(this::waiting)
                        .toList(),
                queue.count(actors.require(), wanted),
                page,
                PAGE);
    }

    /** Hands a draft over for review. */
    @PostMapping("/api/items/{id}/submission")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void submit(@PathVariable String id) {
        review.submit(actors.require(), Set.of(ItemId.of(id)));
    }

    /** Sends what waits for review back to its author, with a word; a conflict where another version than this waits. */
    @PostMapping("/api/items/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendBack(@PathVariable String id, @RequestBody CommentRequest request) {
        review.sendBack(
                actors.require(),
                ItemId.of(id),
                version(request.version()),
                request.comment() == null ? "" : request.comment());
    }

    /** Takes an item out of use. */
    @PostMapping("/api/items/{id}/retirement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String id, @RequestBody(required = false) @Nullable ReasonRequest request) {
        String reason = request == null || request.reason() == null ? "" : request.reason();
        review.retire(actors.require(), ItemId.of(id), reason);
    }

    /** Brings a retired item back into use. */
    @DeleteMapping("/api/items/{id}/retirement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable String id) {
        review.restore(actors.require(), ItemId.of(id));
    }

    /** What is proposed, as a candidate meets it. */
    @GetMapping("/api/items/{id}/blind")
    BlindBody blind(@PathVariable String id) {
        return BlindBodies.of(solves.paper(actors.require(), ItemId.of(id)));
    }

    /** Answers it; the first answer stays. Says whether the key agrees. */
    @PostMapping("/api/items/{id}/blind")
    SolveBody solve(@PathVariable String id, @RequestBody ResponseRequest request) {
        if (request.response() == null) {
            throw Problem.invalid("bank.review.response").with("field", "response");
        }
        return SolveBody.of(
                solves.solve(actors.require(), ItemId.of(id), version(request.version()), request.response()));
    }

    /** Says whether the key says what was answered, where no machine can tell: of a part from 0, or of the whole. */
    @PostMapping("/api/items/{id}/blind/verdict")
    SolveBody say(@PathVariable String id, @RequestBody VerdictRequest request) {
        if (request.agrees() == null) {
            throw Problem.invalid("bank.review.response").with("field", "agrees");
        }
        int part = request.part() == null ? 0 : request.part();
        return SolveBody.of(
                solves.say(actors.require(), ItemId.of(id), version(request.version()), part, request.agrees()));
    }

    static Trade trade(Trades trades, String code) {
        return trades.find(code)
                .orElseThrow(() -> Problem.invalid("bank.query", "trade", code).with("field", "trade"));
    }

    private static Waiting.Part part(String text) {
        try {
            return Waiting.Part.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("bank.query", "part", text).with("field", "part");
        }
    }

    private WaitingBody waiting(Waiting waiting) {
        return new WaitingBody(
                waiting.item().toString(),
                waiting.code(),
                trades.get(waiting.trade()).code(),
                waiting.type().code(),
                waiting.levels().stream().sorted().map(Level::code).toList(),
                waiting.secrecy().name().toLowerCase(Locale.ROOT),
                waiting.stem(),
                actors.require().person().equals(waiting.author()),
                waiting.packet() == null ? null : waiting.packet().toString(),
                waiting.reviewer() == null ? null : waiting.reviewer().toString(),
                waiting.dueOn());
    }

    private static @Nullable ItemVersionId version(@Nullable String named) {
        return named == null ? null : ItemVersionId.of(named);
    }
}
