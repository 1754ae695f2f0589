package org.lianbing.studio.rest;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.studio.Studio;
import org.lianbing.studio.StudioCard;
import org.lianbing.studio.StudioId;
import org.lianbing.studio.StudioPage;
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

    @GetMapping("/api/studios")
    Paged<StudioJson> studios(@RequestParam(defaultValue = "0") int page) {
        current.require();
        return studios.all(PageOf.number(page, PAGE)).map(this::json);
    }

    @GetMapping("/api/studios/{id}")
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
