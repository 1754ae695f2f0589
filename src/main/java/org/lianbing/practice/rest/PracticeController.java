package org.lianbing.practice.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.Behaviour;
import org.lianbing.attempt.Started;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.practice.DrillRequest;
import org.lianbing.practice.Drills;
import org.lianbing.practice.Mistake;
import org.lianbing.practice.MistakeBook;
import org.lianbing.trade.Point;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

/** Starting drills and reading the mistake book. */
@RestController
@RequestMapping("/api/practice")
@RolesAllowed("WORKER")
@Tag(name = "practice", description = "Drills, their results and the mistake book; for workers")
class PracticeController {

    private static final int USUAL_COUNT = 10;

    private final Drills drills;
    private final MistakeBook book;
    private final Trades trades;
    private final CurrentActor current;
    private final Clock clock;

    PracticeController(Drills drills, MistakeBook book, Trades trades, CurrentActor current, Clock clock) {
        this.drills = drills;
        this.book = book;
        this.trades = trades;
        this.current = current;
        this.clock = clock;
    }

    /**
     * @param trade id, code or name
     * @param level such as {@code senior}; all levels where it is left out
     * @param count how many items; 10 where it is left out
     * @param tasks {@code few} or {@code only}, for a drill over a trade
     * @param points ids, for a drill on points
     * @param source {@code new} or {@code mistakes}
     * @param device a random name that the client keeps
     */
    record StartBody(
            @Schema(
                    description = "Id, code or name of a trade; needed but for drills on points and on all mistakes",
                    example = "electrician")
            @Nullable
            String trade,

            @Schema(description = "All levels where it is left out", example = "senior") @Nullable
            String level,

            @Schema(description = "How many items; 10 where it is left out") @Nullable
            Integer count,

            @Schema(
                    description =
                            "Whether practical tasks come along, one in ten at most, or alone; few where left out",
                    allowableValues = {"few", "only"})
            @Nullable
            String tasks,

            @Schema(description = "Ids of points, for a drill on these") @Nullable
            List<String> points,

            @Schema(
                    description = "new where it is left out",
                    allowableValues = {"new", "mistakes"})
            @Nullable
            String source,

            @Schema(description = "A random name that the client keeps; another one takes a running attempt over")
            @Nullable
            String device) {}

    @Schema(name = "StartedDrill")
    record StartedBody(
            String attemptId,
            String token,
            Behaviour behaviour,
            int epoch,
            Instant startedAt,
            @Nullable Instant deadline,
            Instant serverTime) {}

    @Schema(name = "PractisedPoint")
    record PointBody(String id, String code, String name) {}

    record MistakeBody(
            String itemId,
            String trade,
            String type,
            String stem,
            int wrongCount,
            Instant lastWrongAt,
            @Nullable PointBody point) {}

    record MistakesBody(int total, List<MistakeBody> mistakes) {}

    @PostMapping("/attempts")
    @Operation(summary = "Start a drill; the answer holds the token with which its attempt is sat")
    @ResponseStatus(HttpStatus.CREATED)
    StartedBody start(@RequestBody StartBody body, Locale language) {
        String device = body.device() == null ? "" : body.device();
        Started started = drills.start(current.require(), request(body), device, language);
        return new StartedBody(
                started.attemptId().toString(),
                started.token(),
                started.behaviour(),
                started.epoch(),
                started.startedAt(),
                started.deadline(),
                clock.instant());
    }

    @GetMapping("/mistakes")
    @Operation(summary = "What waits in the mistake book, latest first")
    MistakesBody mistakes(@RequestParam(required = false) @Nullable String trade) {
        List<MistakeBody> open = book.open(current.require(), trade == null ? null : trade(trade)).stream()
                .map(this::body)
                .toList();
        return new MistakesBody(open.size(), open);
    }

    private DrillRequest request(StartBody body) {
        int count = body.count() == null ? USUAL_COUNT : body.count();
        String source = body.source() == null ? "new" : body.source();
        List<String> points = body.points() == null ? List.of() : body.points();
        return switch (source) {
            case "mistakes" -> new DrillRequest.Mistakes(body.trade() == null ? null : trade(body.trade()), count);
            case "new" ->
                points.isEmpty()
                        ? new DrillRequest.Fresh(trade(body.trade()), level(body.level()), count, tasks(body.tasks()))
                        : new DrillRequest.OnPoints(ids(points), count);
            default -> throw Problem.invalid("practice.source", source);
        };
    }

    private static DrillRequest.Tasks tasks(@Nullable String text) {
        return switch (text == null ? "few" : text) {
            case "few" -> DrillRequest.Tasks.FEW;
            case "only" -> DrillRequest.Tasks.ONLY;
            default -> throw Problem.invalid("practice.tasks", String.valueOf(text));
        };
    }

    private static Set<PointId> ids(List<String> points) {
        return points.stream().map(PointId::of).collect(Collectors.toSet());
    }

    private TradeId trade(@Nullable String text) {
        if (text == null) {
            throw Problem.invalid("practice.trade-missing");
        }
        return trades.find(text)
                .orElseThrow(() -> Problem.notFound("trade.not-found"))
                .id();
    }

    private static @Nullable Level level(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : Level.find(text).orElseThrow(() -> Problem.invalid("practice.level", text));
    }

    private MistakeBody body(Mistake mistake) {
        return new MistakeBody(
                mistake.item().toString(),
                trades.get(mistake.trade()).code(),
                mistake.type().code(),
                mistake.stem(),
                mistake.wrongCount(),
                mistake.lastWrongAt(),
                point(mistake.point()));
    }

    static @Nullable PointBody point(@Nullable Point point) {
        return point == null ? null : new PointBody(point.id().toString(), point.code(), point.name());
    }
}
