package org.lianbing.competition;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.competition.store.EntryTable;
import org.lianbing.exam.AdmissionLink;
import org.lianbing.exam.AdmissionLinks;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.exam.Turnout;
import org.lianbing.organization.Units;

/** Before the start: the links that let contestants in, and how many are ready. */
@Service
public class AdmissionCards {

    private final Competitions competitions;
    private final EntryTable entries;
    private final AdmissionLinks links;
    private final Exams exams;
    private final People people;
    private final Units units;

    AdmissionCards(
            Competitions competitions,
            EntryTable entries,
            AdmissionLinks links,
            Exams exams,
            People people,
            Units units) {
        this.competitions = competitions;
        this.entries = entries;
        this.links = links;
        this.exams = exams;
        this.people = people;
        this.units = units;
    }

    /** A card for everybody on the roster, by seat; the same ones however often, until they are renewed. */
    public List<AdmissionCard> all(Actor actor, CompetitionId id) {
        ExamId exam = exam(actor, id);
        List<AdmissionLink> all = links.all(actor, exam);
        Map<PersonId, PersonName> names =
                people.names(all.stream().map(AdmissionLink::person).toList());
        Map<PersonId, String> teams = Teams.of(entries.of(id), units);
        return all.stream()
                .map(link -> new AdmissionCard(
                        link.person(),
                        name(names.get(link.person())),
                        teams.getOrDefault(link.person(), ""),
                        link.seat(),
                        exam,
                        link.token()))
                .toList();
    }

    /** Makes all cards made so far worthless. */
    public void renewAll(Actor actor, CompetitionId id) {
        links.renewAll(actor, exam(actor, id));
    }

    /** Makes the cards of one contestant worthless. */
    public void renew(Actor actor, CompetitionId id, PersonId person) {
        links.renew(actor, exam(actor, id), person);
    }

    /** How many are ready for the start, and how many have begun. */
    public Turnout turnout(Actor actor, CompetitionId id) {
        return exams.turnout(actor, exam(actor, id));
    }

    private ExamId exam(Actor actor, CompetitionId id) {
        return Competitions.opened(competitions.get(actor, id)).exam();
    }

    private static String name(@Nullable PersonName name) {
        return name == null ? "" : name.name();
    }
}
