package org.lianbing.bank.commission.rest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.commission.Commission;
import org.lianbing.bank.commission.CommissionDraft;
import org.lianbing.bank.commission.CommissionId;
import org.lianbing.bank.commission.CommissionedItem;
import org.lianbing.bank.commission.Commissions;
import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trades;

/** Asking for items, and what was written. */
@RestController
@RequestMapping("/api/commissions")
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER', 'UNION_STAFF')")
@Tag(name = "commissions", description = "Who asks whom for which items until when (命题任务)")
class CommissionsController {

    private final Commissions commissions;
    private final Trades trades;
    private final CurrentActor current;
    private final Clock clock;
    private final ZoneId zone;

    CommissionsController(Commissions commissions, Trades trades, CurrentActor current, Clock clock, ZoneId zone) {
        this.commissions = commissions;
        this.trades = trades;
        this.current = current;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @param trade id, code or name
     * @param level such as {@code senior}; left out for a foundation
     * @param points ids
     * @param wanted how many of each type, by the type's code
     * @param authors ids of people
     * @param secrecy OPEN, where left out, or RESERVED
     */
    record CommissionBody(
            String trade,
            @Nullable String level,
            @Nullable Set<String> points,
            Map<String, Integer> wanted,
            Set<String> authors,
            LocalDate due,
            @Nullable String note,
            @Nullable Secrecy secrecy) {}

    record ProgressBody(int wanted, int drafted, int inReview, int published, boolean overdue) {}

    record CommissionAnswer(
            String id,
            CommissionBody asked,
            String madeBy,
            Instant madeAt,
            String state,
            String thanks,
            ProgressBody progress,
            List<String> items) {}

    record DeliveryBody(String item) {}

    record ClosingBody(@Nullable String thanks) {}

    @GetMapping
    @Operation(summary = "Own commissions: those made, or with side=asked those one was asked for")
    List<CommissionAnswer> list(@RequestParam(defaultValue = "made") String side) {
        Actor actor = current.require();
        List<Commission> found = switch (side) {
            case "made" -> commissions.made(actor);
            case "asked" -> commissions.asked(actor);
            default -> throw Problem.invalid("commission.query", "side", side);
        };
        return found.stream().map(one -> answer(one, List.of())).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask authors for items")
    CommissionAnswer make(@RequestBody CommissionBody body) {
        return get(commissions.make(current.require(), draft(body)).toString());
    }

    @GetMapping("/{commission}")
    @Operation(summary = "One commission with the ids of the items written for it")
    CommissionAnswer get(@PathVariable String commission) {
        Actor actor = current.require();
        CommissionId id = CommissionId.of(commission);
        return answer(commissions.get(actor, id), commissions.items(actor, id));
    }

    @PostMapping("/{commission}/items")
    @Operation(summary = "Count an item of one's own towards a commission")
    CommissionAnswer deliver(@PathVariable String commission, @RequestBody DeliveryBody body) {
        commissions.deliver(current.require(), CommissionId.of(commission), ItemId.of(body.item()));
        return get(commission);
    }

    @PostMapping("/{commission}/closing")
    @Operation(summary = "Close with thanks")
    CommissionAnswer close(@PathVariable String commission, @RequestBody ClosingBody body) {
        String thanks = body.thanks() == null ? "" : body.thanks();
        commissions.close(current.require(), CommissionId.of(commission), thanks);
        return get(commission);
    }

    @PostMapping("/{commission}/withdrawal")
    @Operation(summary = "Take it back; what was written stays")
    CommissionAnswer withdraw(@PathVariable String commission) {
        commissions.withdraw(current.require(), CommissionId.of(commission));
        return get(commission);
    }

    private CommissionDraft draft(CommissionBody body) {
        Map<ItemType, Integer> wanted = new LinkedHashMap<>();
        body.wanted().forEach((type, count) -> wanted.put(known("wanted", type, ItemType.find(type)), count));
        String level = body.level();
        return new CommissionDraft(
                known("trade", body.trade(), trades.find(body.trade())).id(),
                level == null ? null : known("level", level, Level.find(level)),
                body.points() == null
                        ? Set.of()
                        : body.points().stream().map(PointId::of).collect(Collectors.toSet()),
                wanted,
                body.authors().stream().map(PersonId::of).collect(Collectors.toSet()),
                body.due(),
                body.note() == null ? "" : body.note(),
                body.secrecy() == null ? Secrecy.OPEN : body.secrecy());
    }

    private static <T> T known(String field, String text, Optional<T> found) {
        return found.orElseThrow(
                () -> Problem.invalid("commission.query", field, text).with("field", field));
    }

    private CommissionAnswer answer(Commission commission, List<CommissionedItem> items) {
        CommissionDraft asked = commission.asked();
        Level level = asked.level();
        Map<String, Integer> wanted = new LinkedHashMap<>();
        asked.wanted().forEach((type, count) -> wanted.put(type.code(), count));
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return new CommissionAnswer(
                commission.id().toString(),
                new CommissionBody(
                        trades.get(asked.trade()).code(),
                        level == null ? null : level.code(),
                        asked.points().stream().map(PointId::toString).collect(Collectors.toSet()),
                        wanted,
                        asked.authors().stream().map(PersonId::toString).collect(Collectors.toSet()),
                        asked.due(),
                        asked.note(),
                        asked.secrecy()),
                commission.madeBy().toString(),
                commission.madeAt(),
                commission.state().name(),
                commission.thanks(),
                new ProgressBody(
                        asked.total(),
                        commission.progress().drafted(),
                        commission.progress().inReview(),
                        commission.progress().published(),
                        commission.overdue(today)),
                items.stream().map(one -> one.item().toString()).toList());
    }
}
