package org.lianbing.competition;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Pool;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.UnitId;

/**
 * Who enters a competition: whoever made or opens it, or wrote or reviewed an item of its papers or reads its sealed sets,
 * is barred (回避).
 */
@Component
class Entrants {

    /** The acts by which somebody comes to know an item as its reviewer. */
    private static final Set<String> REVIEWING = Set.of("item.published", "item.sent-back");

    private final Field field;
    private final SealedPapers sealed;
    private final Pool pool;
    private final AuditLog audit;

    Entrants(Field field, SealedPapers sealed, Pool pool, AuditLog audit) {
        this.field = field;
        this.sealed = sealed;
        this.pool = pool;
        this.audit = audit;
    }

    /**
     * Everybody who is admitted, entered or barred, in the order of the seats.
     *
     * @param standing whatever stands in the papers
     * @throws Problem a conflict, where nobody may take part
     */
    List<Entry> of(Competition competition, PersonId opener, Collection<ItemVersionId> standing) {
        Set<PersonId> barred = new HashSet<>(hands(standing));
        barred.add(competition.organizer());
        barred.add(opener);
        barred.addAll(sealed.readers(competition.draft()));
        List<PersonName> candidates = field.candidates(
                competition.draft().trade(), competition.draft().admitted());
        Map<UnitId, UnitId> teams =
                field.teams(candidates.stream().map(PersonName::unit).collect(Collectors.toSet()));
        List<Entry> entries = candidates.stream()
                .map(one -> new Entry(
                        one.id(),
                        teams.getOrDefault(one.unit(), one.unit()),
                        barred.contains(one.id()) ? Entry.State.BARRED : Entry.State.ENTERED))
                .toList();
        if (roster(entries).isEmpty()) {
            throw Problem.conflict("competition.nobody");
        }
        return entries;
    }

    /** Those of them who may. */
    static List<PersonId> roster(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.state() == Entry.State.ENTERED)
                .map(Entry::person)
                .toList();
    }

    /** Who had a hand in the items of a paper: authors stand in the versions, reviewers in the audit log. */
    private Set<PersonId> hands(Collection<ItemVersionId> standing) {
        Collection<ItemVersion> versions = pool.versions(standing).values();
        Set<PersonId> hands = new HashSet<>(audit.doers(
                REVIEWING,
                versions.stream().map(version -> version.item().value()).toList()));
        versions.stream().map(ItemVersion::author).filter(Objects::nonNull).forEach(hands::add);
        return hands;
    }
}
