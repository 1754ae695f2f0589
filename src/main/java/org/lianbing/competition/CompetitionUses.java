package org.lianbing.competition;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemUse;
import org.lianbing.bank.ItemUses;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.base.Actor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Role;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.organization.Units;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;

/** Tells in which competitions versions of items were used: to organizers of their units, and to nobody else. */
@Component
class CompetitionUses implements ItemUses {

    private static final int LATEST = 200;

    private final CompetitionTable competitions;
    private final Exams exams;
    private final Forms forms;
    private final Units units;

    CompetitionUses(CompetitionTable competitions, Exams exams, Forms forms, Units units) {
        this.competitions = competitions;
        this.exams = exams;
        this.forms = forms;
        this.units = units;
    }

    /** The papers themselves say what they hold. */
    @Override
    public Set<ItemId> underEmbargo(Collection<ItemId> items) {
        return Set.of();
    }

    @Override
    public Set<ItemId> underEmbargo() {
        return Set.of();
    }

    @Override
    public List<ItemUse> uses(Actor reader, Collection<ItemVersionId> versions) {
        if (!reader.has(Role.ORGANIZER)) {
            return List.of();
        }
        Map<ExamId, Competition> held = new HashMap<>();
        List<Competition> latest = competitions
                .of(units.within(reader.unitsFor(Role.ORGANIZER)), null, new PageOf(0, LATEST))
                .rows();
        for (Competition competition : latest) {
            Stage stage = competition.stage();
            if (stage != null) {
                held.put(stage.exam(), competition);
            }
        }
        Map<FormId, ExamId> papers = exams.forms(held.keySet());
        Map<FormId, Set<ItemVersionId>> holding = forms.holding(papers.keySet(), versions);
        // An item stands in many forms of one competition, and that is one use.
        Set<ItemUse> uses = new LinkedHashSet<>();
        papers.forEach((form, exam) -> {
            Competition competition = held.get(exam);
            if (competition != null) {
                holding.getOrDefault(form, Set.of())
                        .forEach(version -> uses.add(new ItemUse(
                                version,
                                "competition",
                                competition.draft().name(),
                                "competitions/" + competition.id())));
            }
        });
        return List.copyOf(uses);
    }
}
