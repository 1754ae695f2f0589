package org.lianbing.studio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.Accounts;
import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Grant;
import org.lianbing.base.MarkdownText;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.course.Courses;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;
import org.lianbing.studio.store.MemberTable;
import org.lianbing.studio.store.StudioTable;
import org.lianbing.trade.Trades;

/** Studios: everybody who is signed in may read them; union staff found them; a host tends their own. */
@Service
public class Studios {

    private static final int MOST_MEMBERS = 100;

    private final StudioTable studios;
    private final MemberTable members;
    private final Courses courses;
    private final Trades trades;
    private final People people;
    private final Accounts accounts;
    private final Units units;
    private final MarkdownText markdown;
    private final AuditLog audit;

    Studios(
            StudioTable studios,
            MemberTable members,
            Courses courses,
            Trades trades,
            People people,
            Accounts accounts,
            Units units,
            MarkdownText markdown,
            AuditLog audit) {
        this.studios = studios;
        this.members = members;
        this.courses = courses;
        this.trades = trades;
        this.people = people;
        this.accounts = accounts;
        this.units = units;
        this.markdown = markdown;
        this.audit = audit;
    }

    /** The trades that studios are of. */
    public Set<TradeId> trades() {
        return studios.trades();
    }

    /** The studios of one trade or, with null, of all: the highest naming first, then the earliest. */
    public Paged<StudioCard> all(@Nullable TradeId trade, PageOf page) {
        Paged<Studio> found = studios.all(trade, page);
        return new Paged<>(cards(found.rows()), found.total());
    }

    /** A studio's page. */
    public StudioPage get(Actor actor, StudioId id) {
        Studio studio = find(id);
        return new StudioPage(
                cards(List.of(studio)).getFirst(),
                markdown.page(studio.words().introduction(), address -> ""),
                members.of(id),
                courses.of(actor, studio.asHost()),
                mayEdit(actor, studio) || mayManage(actor, studio),
                mayManage(actor, studio));
    }

    /** The units in which the actor, of the union's staff or an administrator, founds and looks after studios. */
    public List<Unit> lookedAfter(Actor actor) {
        return units.reachedBy(actor, Role.UNION_STAFF, Role.ADMIN);
    }

    /** Founds a studio in a unit that the actor looks after; its host may tend it from now on. */
    @Transactional
    public StudioId found(Actor actor, StudioDraft draft, List<StudioMember> belonging) {
        requireFits(actor, draft, belonging);
        if (studios.isNameTaken(draft.name())) {
            throw Problem.conflict("studio.name-taken", draft.name());
        }
        StudioId id = StudioId.next();
        studios.insert(id, draft);
        members.replace(id, belonging);
        appoint(actor, draft);
        audit.record(actor, "studio.founded", "studio", id.value(), draft.name());
        return id;
    }

    /** The same without members yet. */
    @Transactional
    public StudioId found(Actor actor, StudioDraft draft) {
        return found(actor, draft, List.of());
    }

    /** Changes the particulars of a studio; a new host may tend it from now on, and the old one no longer. */
    @Transactional
    public void change(Actor actor, StudioId id, StudioDraft draft, List<StudioMember> belonging) {
        Studio studio = find(id);
        if (!mayManage(actor, studio)) {
            throw Problem.notFound("base.not-found");
        }
        requireFits(actor, draft, belonging);
        if (!draft.name().equals(studio.name()) && studios.isNameTaken(draft.name())) {
            throw Problem.conflict("studio.name-taken", draft.name());
        }
        studios.change(id, draft);
        members.replace(id, belonging);
        appoint(actor, draft);
        audit.record(actor, "studio.changed", "studio", id.value(), draft.name());
    }

    private void requireFits(Actor actor, StudioDraft draft, List<StudioMember> belonging) {
        actor.require(Role.UNION_STAFF, Role.ADMIN);
        Set<UnitId> reach = lookedAfter(actor).stream().map(Unit::id).collect(Collectors.toSet());
        if (!reach.contains(draft.unit())) {
            throw Problem.notFound("base.not-found");
        }
        trades.get(draft.trade());
        PersonName host = people.names(Set.of(draft.host())).get(draft.host());
        if (host == null || !reach.contains(host.unit())) {
            throw Problem.invalid("studio.unknown-host");
        }
        requireFew(belonging);
    }

    private static void requireFew(List<StudioMember> belonging) {
        if (belonging.size() > MOST_MEMBERS) {
            throw Problem.invalid("studio.too-many-members", MOST_MEMBERS);
        }
    }

    private void appoint(Actor actor, StudioDraft draft) {
        accounts.grantWithOffice(actor, draft.host(), new Grant(Role.STUDIO_HOST, draft.unit(), Set.of()));
    }

    /** The host changes what the studio says of itself and who belongs to it. */
    @Transactional
    public void tend(Actor actor, StudioId id, StudioWords words, List<StudioMember> belonging) {
        Studio studio = find(id);
        actor.require(Role.STUDIO_HOST);
        if (!mayEdit(actor, studio)) {
            throw Problem.notFound("base.not-found");
        }
        requireFew(belonging);
        studios.update(id, words);
        members.replace(id, belonging);
        audit.record(actor, "studio.tended", "studio", id.value(), studio.name());
    }

    /** The studios that a person leads. */
    public List<StudioCard> ledBy(PersonId person) {
        return cards(studios.ledBy(person));
    }

    private Studio find(StudioId id) {
        return studios.find(List.of(id)).stream().findFirst().orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    private static boolean mayEdit(Actor actor, Studio studio) {
        return actor.has(Role.STUDIO_HOST) && studio.host().equals(actor.person());
    }

    private boolean mayManage(Actor actor, Studio studio) {
        return lookedAfter(actor).stream().anyMatch(unit -> unit.id().equals(studio.unit()));
    }

    private List<StudioCard> cards(List<Studio> found) {
        Map<PersonId, PersonName> names =
                people.names(found.stream().map(Studio::host).collect(Collectors.toSet()));
        Map<UnitId, Unit> places = units.find(found.stream().map(Studio::unit).collect(Collectors.toSet()));
        return found.stream()
                .map(studio -> {
                    PersonName host = names.get(studio.host());
                    Unit unit = places.get(studio.unit());
                    return new StudioCard(studio, host == null ? "" : host.name(), unit == null ? "" : unit.name());
                })
                .toList();
    }
}
