package org.lianbing.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.store.PersonRows;
import org.lianbing.account.store.StandingRows;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Grant;
import org.lianbing.base.Level;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/** The people of the units. */
@Service
public class People {

    private static final int SHOWN_AT_FRONT = 3;
    private static final int SHOWN_AT_END = 4;

    private final PersonRows rows;
    private final StandingRows standings;
    private final Accounts accounts;
    private final Reach reach;
    private final AuditLog audit;
    private final Clock clock;

    People(PersonRows rows, StandingRows standings, Accounts accounts, Reach reach, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.accounts = accounts;
        this.reach = reach;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a person to a unit that the actor administers. Everybody is a worker of their unit. */
    @Transactional
    public PersonId add(Actor actor, PersonDraft draft) {
        actor.require(Role.ADMIN);
        reach.requireUnit(actor, draft.unit());
        PersonId id = insert(draft, actor.person());
        audit.record(actor, "account.person-added", "person", id.value(), draft.name());
        return id;
    }

    /** What is filled in of a person, with the whole phone number, for the administrator who is to change it. */
    public PersonDraft draft(Actor actor, PersonId person) {
        actor.require(Role.ADMIN);
        PersonRows.Row row = reach.person(actor, person);
        String level = row.level();
        return new PersonDraft(
                row.name(),
                row.staffNumber(),
                row.phone(),
                row.unit(),
                row.trade(),
                level == null ? null : Level.valueOf(level));
    }

    /** Changes what is filled in of a person. In another unit they are a worker of that one; other roles stay. */
    @Transactional
    public void change(Actor actor, PersonId person, PersonDraft draft) {
        actor.require(Role.ADMIN);
        PersonRows.Row before = reach.account(actor, person);
        reach.requireUnit(actor, draft.unit());
        if (!rows.change(person, draft)) {
            throw Problem.conflict("account.staff-number-taken", String.valueOf(draft.staffNumber()));
        }
        accounts.moved(person, before.unit(), draft.unit(), actor.person());
        audit.record(actor, "account.person-changed", "person", person.value(), draft.name());
    }

    /** A person within the actor's reach; everybody may see themselves. */
    public Person get(Actor actor, PersonId person) {
        PersonRows.Row row = person.equals(actor.person())
                ? rows.find(List.of(person)).stream().findFirst().orElseThrow(Reach::notFound)
                : reach.person(actor, person);
        return people(List.of(row)).getFirst();
    }

    /** People of the units the actor administers whose name, staff number or user name contains the text. */
    public Paged<Person> find(Actor actor, String text, PageOf page) {
        actor.require(Role.ADMIN);
        Paged<PersonRows.Row> found = rows.find(reach.units(actor), text, page);
        return new Paged<>(people(found.rows()), found.total());
    }

    /** Names and units of people, for lists that the caller may show. */
    public Map<PersonId, PersonName> names(Collection<PersonId> people) {
        return rows.find(people).stream()
                .map(row -> new PersonName(row.id(), row.name(), row.unit()))
                .collect(Collectors.toMap(PersonName::id, Function.identity()));
    }

    /** Everybody active in these units; with a trade, those who work in it. */
    public List<PersonName> workersIn(Set<UnitId> units, @Nullable TradeId trade) {
        return units.isEmpty() ? List.of() : rows.workersIn(units, trade);
    }

    /** Active people of these units whose name, staff number or user name contains the text; the first few. */
    public List<PersonName> search(Set<UnitId> units, String text, int limit) {
        return units.isEmpty() ? List.of() : rows.activeIn(units, text, limit);
    }

    /** Active people of these units by user name; who is not there, or in another unit, is left out. */
    public Map<String, PersonName> byUsername(Set<UnitId> units, Collection<String> usernames) {
        return rows.byUsername(
                units,
                usernames.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** Whether there is nobody yet: a database fresh from its migrations. */
    public boolean none() {
        return rows.none();
    }

    PersonId insert(PersonDraft draft, @Nullable PersonId by) {
        PersonId id = PersonId.next();
        if (!rows.add(id, draft, clock.instant())) {
            throw Problem.conflict("account.staff-number-taken", String.valueOf(draft.staffNumber()));
        }
        accounts.grantUnasked(id, new Grant(Role.WORKER, draft.unit(), Set.of()), by);
        return id;
    }

    private List<Person> people(List<PersonRows.Row> found) {
        Map<PersonId, List<Grant>> grants =
                standings.grants(found.stream().map(PersonRows.Row::id).toList());
        return found.stream()
                .map(row -> person(row, grants.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Person person(PersonRows.Row row, List<Grant> grants) {
        String phone = row.phone();
        String level = row.level();
        return new Person(
                row.id(),
                row.name(),
                row.staffNumber(),
                phone == null ? null : masked(phone),
                row.unit(),
                row.trade(),
                level == null ? null : Level.valueOf(level),
                row.username(),
                row.active(),
                grants);
    }

    /** 138****5678. */
    private static String masked(String phone) {
        return phone.substring(0, SHOWN_AT_FRONT) + "****" + phone.substring(phone.length() - SHOWN_AT_END);
    }
}
