package org.lianbing.studio.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.studio.NamingLevel;
import org.lianbing.studio.Studio;
import org.lianbing.studio.StudioCard;
import org.lianbing.studio.StudioDraft;
import org.lianbing.studio.StudioId;
import org.lianbing.studio.StudioMember;
import org.lianbing.studio.StudioPage;
import org.lianbing.studio.StudioWords;
import org.lianbing.studio.Studios;
import org.lianbing.trade.Trades;

/** Studios for everybody who is signed in. */
@RestController
@PermitAll
@Tag(name = "studios")
class StudiosController {

    private static final int PAGE = 50;

    private final Studios studios;
    private final Trades trades;
    private final CurrentActor current;

    StudiosController(Studios studios, Trades trades, CurrentActor current) {
        this.studios = studios;
        this.trades = trades;
        this.current = current;
    }

    record StudioJson(
            String id,
            String name,
            String host,
            String unit,
            String trade,
            String field,
            String level,
            LocalDate namedOn,
            int members) {}

    record MemberJson(String name, String role) {}

    @Schema(name = "StudioCourse")
    record CourseJson(String id, String title, int lessons) {}

    record StudioPageJson(
            StudioJson studio,
            String honours,
            String introduction,
            List<MemberJson> members,
            List<CourseJson> courses) {}

    /**
     * @param host a person's id
     * @param unit a unit's id
     * @param trade id, code or name
     * @param level who named it
     */
    record StudioRequest(
            String name,
            String host,
            String unit,
            String trade,
            @Schema(example = "city") String level,
            LocalDate namedOn,
            String field,
            @Nullable String honours,
            @Nullable String introduction,
            @Nullable List<MemberJson> members) {}

    @PostMapping("/api/studios")
    @ResponseStatus(HttpStatus.CREATED)
    @RolesAllowed({"UNION_STAFF", "ADMIN"})
    @Operation(summary = "Found a studio in a unit that you look after")
    StudioPageJson found(@RequestBody StudioRequest request) {
        return studio(studios.found(current.require(), draft(request), members(request))
                .toString());
    }

    @PutMapping("/api/studios/{id}")
    @RolesAllowed({"UNION_STAFF", "ADMIN"})
    @Operation(summary = "Fill a studio in anew")
    StudioPageJson change(@PathVariable String id, @RequestBody StudioRequest request) {
        studios.change(current.require(), StudioId.of(id), draft(request), members(request));
        return studio(id);
    }

    private StudioDraft draft(StudioRequest request) {
        return new StudioDraft(
                request.name(),
                PersonId.of(request.host()),
                UnitId.of(request.unit()),
                trade(request.trade()),
                NamingLevel.find(request.level())
                        .orElseThrow(() -> Problem.invalid("studio.unknown-level", request.level())),
                request.namedOn(),
                new StudioWords(
                        request.field(),
                        Objects.requireNonNullElse(request.honours(), ""),
                        Objects.requireNonNullElse(request.introduction(), "")));
    }

    private TradeId trade(String named) {
        return trades.find(named)
                .orElseThrow(() -> Problem.notFound("trade.not-found"))
                .id();
    }

    private static List<StudioMember> members(StudioRequest request) {
        return Objects.requireNonNullElse(request.members(), List.<MemberJson>of()).stream()
                .map(member -> new StudioMember(null, member.name(), member.role()))
                .toList();
    }

    @GetMapping("/api/studios")
    @Operation(summary = "All studios, the highest naming first")
    Paged<StudioJson> studios(
            @RequestParam(required = false) @Nullable String trade, @RequestParam(defaultValue = "0") int page) {
        current.require();
        return studios.all(trade == null ? null : trade(trade), PageOf.number(page, PAGE))
                .map(this::json);
    }

    @GetMapping("/api/studios/{id}")
    @Operation(summary = "A studio with its members and courses")
    StudioPageJson studio(@PathVariable String id) {
        StudioPage page = studios.get(current.require(), StudioId.of(id));
        return new StudioPageJson(
                json(page.card()),
                page.card().studio().words().honours(),
                page.introduction(),
                page.members().stream()
                        .map(member -> new MemberJson(member.name(), member.role()))
                        .toList(),
                page.courses().stream()
                        .map(card -> new CourseJson(
                                card.course().id().toString(),
                                card.course().title(),
                                card.course().lessons()))
                        .toList());
    }

    private StudioJson json(StudioCard card) {
        Studio studio = card.studio();
        return new StudioJson(
                studio.id().toString(),
                studio.name(),
                card.hostName(),
                card.unitName(),
                trades.get(studio.trade()).code(),
                studio.words().field(),
                studio.level().code(),
                studio.namedOn(),
                studio.members());
    }
}
