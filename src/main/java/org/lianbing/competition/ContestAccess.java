package org.lianbing.competition;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.exam.AccessDesk;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.RefusedEntry;
import org.lianbing.exam.SebKey;

/** From where and with what an opened competition is sat: what is asked, who was refused, and whom the organizer lets in. */
@Service
public class ContestAccess {

    private final Competitions competitions;
    private final AccessDesk desk;
    private final People people;

    ContestAccess(Competitions competitions, AccessDesk desk, People people) {
        this.competitions = competitions;
        this.desk = desk;
        this.people = people;
    }

    /**
     * What was noted of one person.
     *
     * @param person who
     * @param name as the roster has it
     * @param entries by cause and address, the latest first
     * @param letIn whether the organizer lets them in all the same
     */
    public record Refused(PersonId person, String name, List<RefusedEntry> entries, boolean letIn) {}

    /** What is asked now. */
    public AccessRules rules(Actor actor, CompetitionId id) {
        return desk.rules(actor, exam(actor, id));
    }

    /** Asks for something else, also of those at work. */
    public void change(Actor actor, CompetitionId id, AccessRules rules) {
        desk.change(actor, exam(actor, id), rules);
    }

    /** The Config Key of the configuration that candidates download, on this site. */
    public SebKey ownConfigKey(Actor actor, CompetitionId id, String site) {
        return desk.ownConfigKey(actor, exam(actor, id), site);
    }

    /** Who was refused; those who wait for a decision first, then the latest. */
    public List<Refused> refused(Actor actor, CompetitionId id) {
        Map<PersonId, List<RefusedEntry>> byPerson = desk.refused(actor, exam(actor, id)).stream()
                .collect(Collectors.groupingBy(RefusedEntry::person, LinkedHashMap::new, Collectors.toList()));
        Map<PersonId, PersonName> names = people.names(byPerson.keySet());
        return byPerson.entrySet().stream()
                .map(entry -> new Refused(
                        entry.getKey(),
                        name(names.get(entry.getKey())),
                        entry.getValue(),
                        entry.getValue().getFirst().letInAt() != null))
                .sorted(Comparator.comparing(Refused::letIn))
                .toList();
    }

    /** Lets one contestant in whatever the rules say. */
    public void letIn(Actor actor, CompetitionId id, PersonId person, Instant now) {
        desk.letIn(actor, exam(actor, id), person, now);
    }

    /** Takes that back. */
    public void takeBack(Actor actor, CompetitionId id, PersonId person) {
        desk.takeBack(actor, exam(actor, id), person);
    }

    private static String name(@Nullable PersonName person) {
        return person == null ? "" : person.name();
    }

    private ExamId exam(Actor actor, CompetitionId id) {
        return Competitions.opened(competitions.get(actor, id)).exam();
    }
}
