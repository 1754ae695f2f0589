package org.lianbing.competition.rest;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.SealedSetId;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.UnitId;
import org.lianbing.competition.Admitted;
import org.lianbing.competition.Availability;
import org.lianbing.competition.CompetitionDraft;
import org.lianbing.competition.Competitions;
import org.lianbing.exam.Disclosure;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.LateStart;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.ResultRules;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;
import org.lianbing.paper.Aids;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.DifficultyMix;
import org.lianbing.paper.LevelMix;
import org.lianbing.paper.PaperRules;
import org.lianbing.trade.PointId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** Reads what a program filled in; names of things are found, and what is missing is named. */
@Component
class Drafts {

    private static final int MINUTE = 60;

    private final Competitions competitions;
    private final Trades trades;
    private final Units units;
    private final People people;

    Drafts(Competitions competitions, Trades trades, Units units, People people) {
        this.competitions = competitions;
        this.trades = trades;
        this.units = units;
        this.people = people;
    }

    CompetitionDraft read(Actor actor, CompetitionRequest request) {
        Trade trade = trade(needed(request.trade(), "trade"));
        return new CompetitionDraft(
                needed(request.name(), "name"),
                trade.id(),
                level(request.level()),
                new ExamWindow(
                        needed(request.opensAt(), "opensAt"),
                        needed(request.closesAt(), "closesAt"),
                        duration(request),
                        lateStart(request.lateStart()),
                        request.graceSeconds() == null
                                ? ExamWindow.USUAL_GRACE
                                : Duration.ofSeconds(request.graceSeconds())),
                sections(needed(request.blueprint(), "blueprint").sections()),
                rules(needed(request.blueprint(), "blueprint")),
                CompetitionRequest.LeaveOut.read(
                        needed(request.blueprint(), "blueprint").leaveOut()),
                admitted(actor, request),
                results(request),
                request.liveBoard() != null && request.liveBoard(),
                aids(request.aids()),
                AccessBody.read(request.access()));
    }

    /** A paper alone. */
    Blueprint blueprint(String trade, @Nullable String level, CompetitionRequest.Paper paper) {
        List<Blueprint.Section> sections = sections(paper.sections());
        CompetitionDraft.requirePaper(sections);
        return new Blueprint(trade(trade).id(), level(level), sections, rules(paper));
    }

    private static Aids aids(CompetitionRequest.@Nullable AidsAsked asked) {
        return asked == null
                ? Aids.NONE
                : new Aids(
                        Boolean.TRUE.equals(asked.calculator()),
                        asked.formulaSheet() == null ? "" : asked.formulaSheet(),
                        Boolean.TRUE.equals(asked.guarded()));
    }

    /** What there is for a paper of that trade and level. */
    Availability availability(Actor actor, String trade, @Nullable String level) {
        return competitions.availability(actor, trade(trade).id(), level(level));
    }

    Trade trade(String named) {
        return trades.find(named).orElseThrow(() -> Problem.invalid("competition.unknown", "trade", named));
    }

    private static Duration duration(CompetitionRequest request) {
        Integer seconds = request.durationSeconds();
        return Duration.ofSeconds(
                seconds != null ? seconds : (long) MINUTE * needed(request.durationMinutes(), "durationMinutes"));
    }

    private static @Nullable Level level(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Level.find(text).orElseThrow(() -> Problem.invalid("competition.unknown", "level", text));
    }

    private static LateStart lateStart(@Nullable String text) {
        String rule = text == null ? "within-window" : text;
        return switch (rule) {
            case "full" -> LateStart.FULL;
            case "within-window" -> LateStart.WITHIN_WINDOW;
            case "remaining" -> LateStart.REMAINING;
            default -> throw Problem.invalid("competition.unknown", "lateStart", rule);
        };
    }

    private static ResultRules results(CompetitionRequest request) {
        boolean never = Boolean.FALSE.equals(request.showsAnswers());
        Disclosure answers = never ? Disclosure.NEVER : disclosure(request.answers(), "answers");
        Disclosure explanations = never
                ? Disclosure.NEVER
                : request.explanations() == null ? answers : disclosure(request.explanations(), "explanations");
        Integer pass = request.passPercent();
        return new ResultRules(
                rule(request.release()), answers, explanations, pass == null ? ResultRules.PASS_PERCENT : pass);
    }

    private static Disclosure disclosure(@Nullable String text, String field) {
        return switch (text == null ? "with-scores" : text) {
            case "with-scores" -> Disclosure.WITH_SCORES;
            case "by-hand" -> Disclosure.BY_HAND;
            case "never" -> Disclosure.NEVER;
            case String instant -> Disclosure.at(instant(instant, field));
        };
    }

    private static Instant instant(String text, String field) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("competition.unknown", field, text);
        }
    }

    private static ReleaseRule rule(@Nullable String text) {
        String rule = text == null ? "automatic" : text;
        return switch (rule) {
            case "automatic" -> ReleaseRule.AUTOMATIC;
            case "manual" -> ReleaseRule.MANUAL;
            default -> throw Problem.invalid("competition.unknown", "release", rule);
        };
    }

    private static PaperRules rules(CompetitionRequest.Paper paper) {
        CompetitionRequest.Mix mix = paper.difficulty();
        List<String> must = Objects.requireNonNullElse(paper.must(), List.of());
        if (must.size() > PaperRules.MOST_DEMANDED) {
            throw Problem.invalid("paper.must", PaperRules.MOST_DEMANDED);
        }
        return new PaperRules(
                Objects.requireNonNullElse(paper.forms(), 1),
                Objects.requireNonNullElse(paper.shuffled(), true),
                Objects.requireNonNullElse(paper.tolerance(), PaperRules.USUAL_TOLERANCE),
                mix == null ? null : new DifficultyMix(mix.easy(), mix.medium(), mix.hard()),
                levels(paper.levels()),
                must.stream().map(PointId::of).collect(Collectors.toSet()),
                Objects.requireNonNullElse(paper.restMonths(), 0));
    }

    private static @Nullable LevelMix levels(@Nullable Map<String, Integer> asked) {
        if (asked == null || asked.isEmpty()) {
            return null;
        }
        Map<Level, Integer> percents = new EnumMap<>(Level.class);
        asked.forEach((text, percent) ->
                percents.merge(needed(level(text), "levels"), needed(percent, "levels"), Integer::sum));
        return new LevelMix(percents);
    }

    private static List<Blueprint.Section> sections(@Nullable List<CompetitionRequest.Part> parts) {
        return needed(parts, "blueprint.sections").stream().map(Drafts::section).toList();
    }

    private static Blueprint.Section section(CompetitionRequest.Part part) {
        int count = needed(part.count(), "count");
        SealedSetId sealed = part.sealedSet() == null ? null : SealedSetId.of(part.sealedSet());
        return new Blueprint.Section(
                type(needed(part.type(), "type")),
                count,
                part.points() == null ? BigDecimal.ONE : part.points(),
                credit(part.credit()),
                sealed,
                Objects.requireNonNullElse(part.sealedCount(), sealed == null ? 0 : count));
    }

    private static @Nullable PartialCredit credit(@Nullable String code) {
        return code == null
                ? null
                : PartialCredit.find(code).orElseThrow(() -> Problem.invalid("competition.unknown", "credit", code));
    }

    private static ItemType type(String code) {
        return ItemType.find(code).orElseThrow(() -> Problem.invalid("competition.unknown", "type", code));
    }

    private Admitted admitted(Actor actor, CompetitionRequest request) {
        if (request.people() != null && !request.people().isEmpty()) {
            return new Admitted.Named(people(competitions.reach(actor), request.people()));
        }
        List<String> texts = request.units() == null ? List.of() : request.units();
        return new Admitted.Everybody(texts.isEmpty() ? actor.unitsFor(Role.ORGANIZER) : units(texts));
    }

    private Set<UnitId> units(List<String> texts) {
        List<Unit> all = units.all();
        return texts.stream()
                .map(text -> all.stream()
                        .filter(unit -> unit.name().equals(text.strip())
                                || unit.id().toString().equals(text.strip()))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("competition.unknown", "units", text))
                        .id())
                .collect(Collectors.toSet());
    }

    private Set<PersonId> people(Set<UnitId> reach, List<String> texts) {
        Map<String, PersonName> known = people.byUsername(reach, texts);
        Set<PersonId> found = new HashSet<>();
        for (String text : texts) {
            PersonName person = known.get(text.strip().toLowerCase(Locale.ROOT));
            found.add(person == null ? byId(text) : person.id());
        }
        return found;
    }

    private static PersonId byId(String text) {
        try {
            return PersonId.of(text.strip());
        } catch (Problem noId) {
            throw Problem.invalid("competition.unknown", "people", text);
        }
    }

    private static <T> T needed(@Nullable T value, String field) {
        if (value == null) {
            throw Problem.invalid("competition.field-missing", field);
        }
        return value;
    }
}
