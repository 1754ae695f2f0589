package org.lianbing.account.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.account.Accounts;
import org.lianbing.account.ActivationCards;
import org.lianbing.account.People;
import org.lianbing.account.Person;
import org.lianbing.account.PersonDraft;
import org.lianbing.account.TradeNames;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Grant;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** People and their accounts, for those who administer their units. */
@RestController
@RequestMapping("/api/people")
@RolesAllowed("ADMIN")
@Tag(name = "people")
class PeopleController {

    record PersonRequest(
            String name,
            @Nullable String staffNumber,
            @Nullable String phone,
            String unit,
            @Nullable String trade,
            @Nullable String level) {}

    record GrantBody(Role role, String unit, @Nullable Set<String> trades) {}

    record IdAnswer(String id) {}

    record PersonAnswer(
            String id,
            String name,
            @Nullable String staffNumber,
            @Nullable String phone,
            String unit,
            @Nullable String trade,
            @Nullable String level,
            @Nullable String username,
            boolean active,
            List<GrantBody> grants) {}

    private final People people;
    private final Accounts accounts;
    private final ActivationCards cards;
    private final ObjectProvider<TradeNames> trades;
    private final CurrentActor current;

    PeopleController(
            People people,
            Accounts accounts,
            ActivationCards cards,
            ObjectProvider<TradeNames> trades,
            CurrentActor current) {
        this.people = people;
        this.accounts = accounts;
        this.cards = cards;
        this.trades = trades;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "People of the units you administer, by name, staff number or user name")
    Paged<PersonAnswer> find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return people.find(current.require(), q, PageOf.number(page, size)).map(PeopleController::answer);
    }

    @GetMapping("/{id}")
    PersonAnswer get(@PathVariable String id) {
        return answer(people.get(current.require(), PersonId.of(id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new person of a unit you administer")
    IdAnswer add(@RequestBody PersonRequest request) {
        return new IdAnswer(people.add(current.require(), draft(request)).toString());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Fill a person in anew; what is left out is taken away")
    PersonAnswer change(@PathVariable String id, @RequestBody PersonRequest request) {
        people.change(current.require(), PersonId.of(id), draft(request));
        return answer(people.get(current.require(), PersonId.of(id)));
    }

    private PersonDraft draft(PersonRequest request) {
        return new PersonDraft(
                request.name(),
                request.staffNumber(),
                request.phone(),
                UnitId.of(request.unit()),
                Optional.ofNullable(request.trade()).map(this::trade).orElse(null),
                level(request.level()));
    }

    @PostMapping("/{id}/switching-off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End everything of the person's within a second")
    void switchOff(@PathVariable String id) {
        accounts.switchOff(current.require(), PersonId.of(id));
    }

    @PostMapping("/{id}/switching-on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void switchOn(@PathVariable String id) {
        accounts.switchOn(current.require(), PersonId.of(id));
    }

    @PostMapping("/{id}/cards")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new one-time activation card; older ones are void")
    ActivationCards.Card issueCard(@PathVariable String id) {
        return cards.issue(current.require(), PersonId.of(id));
    }

    @PostMapping("/{id}/grants")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(@PathVariable String id, @RequestBody GrantBody grant) {
        PersonId person = people.get(current.require(), PersonId.of(id)).id();
        Set<TradeId> trades = Optional.ofNullable(grant.trades()).orElse(Set.of()).stream()
                .map(this::trade)
                .collect(Collectors.toSet());
        accounts.grant(current.require(), person, new Grant(grant.role(), UnitId.of(grant.unit()), trades));
    }

    @DeleteMapping("/{id}/grants")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, @RequestParam Role role, @RequestParam String unit) {
        accounts.revoke(current.require(), PersonId.of(id), role, UnitId.of(unit));
    }

    /** By id, code, name or what people call it, as whoever keeps a list of people writes it. */
    private TradeId trade(String text) {
        return trades.stream()
                .flatMap(names -> names.find(text).stream())
                .findFirst()
                .orElseThrow(() -> Problem.invalid("account.trade-unknown", text));
    }

    private static @Nullable Level level(@Nullable String text) {
        return text == null ? null : Level.find(text).orElseThrow(() -> Problem.invalid("account.level-unknown", text));
    }

    private static PersonAnswer answer(Person person) {
        TradeId trade = person.trade();
        Level level = person.level();
        return new PersonAnswer(
                person.id().toString(),
                person.name(),
                person.staffNumber(),
                person.phone(),
                person.unit().toString(),
                trade == null ? null : trade.toString(),
                level == null ? null : level.code(),
                person.username(),
                person.active(),
                person.grants().stream().map(PeopleController::answer).toList());
    }

    private static GrantBody answer(Grant grant) {
        return new GrantBody(
                grant.role(),
                grant.unit().toString(),
                grant.trades().stream().map(TradeId::toString).collect(Collectors.toSet()));
    }
}
