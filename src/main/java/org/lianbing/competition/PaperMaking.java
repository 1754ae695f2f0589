package org.lianbing.competition;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import org.lianbing.base.Problem;
import org.lianbing.competition.store.OpeningTable;
import org.lianbing.competition.store.OpeningTable.Begun;
import org.lianbing.competition.store.OpeningTable.Taken;
import org.lianbing.paper.Assembled;
import org.lianbing.paper.Assembly;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.DrawnForm;
import org.lianbing.paper.Forms;
import org.lianbing.paper.PaperFreezer;

/**
 * Makes the papers of a competition that is being opened, each step in the transaction of its caller: what was drawn is
 * kept, so that whoever goes on after an interruption makes the same forms, and none of them twice.
 */
@Component
class PaperMaking {

    /** Forms to a commit: some tenths of a second, which is what an interruption costs. */
    static final int BATCH = 20;

    private final OpeningTable openings;
    private final Entrants entrants;
    private final Leaving leaving;
    private final Assembly assembly;
    private final Forms forms;
    private final SecureRandom random = new SecureRandom();

    PaperMaking(OpeningTable openings, Entrants entrants, Leaving leaving, Assembly assembly, Forms forms) {
        this.openings = openings;
        this.entrants = entrants;
        this.leaving = leaving;
        this.assembly = assembly;
        this.forms = forms;
    }

    /**
     * Draws so many forms and keeps none of them.
     *
     * @throws Problem a conflict that names what the bank is short of
     */
    void probe(Competition competition, int count, Instant now) {
        drawn(competition, count, now);
    }

    /**
     * Decides what stands in every form; from now on that is under embargo. False where somebody else has done so, is at
     * it, or has called the opening off.
     *
     * @throws Problem a conflict that names what the bank is short of, or that nobody may take part
     */
    boolean draw(Begun opening, Competition competition, Instant now) {
        if (!drawsAlone(opening)) {
            return false;
        }
        Assembled.Complete drawn = drawn(competition, opening.forms(), now);
        List<DrawnForm> all = drawn.forms().stream().map(DrawnForm::next).toList();
        entrants.of(competition, opening.opener(), DrawnForm.versions(all));
        if (!openings.markDrawn(opening.id(), drawn.fairness(), all, now)) {
            return false;
        }
        forms.reserve(all);
        return true;
    }

    /**
     * Whether this transaction is the one that draws. What was read before the lock may have been drawn since, and then its
     * items are not free for a second drawing.
     */
    boolean drawsAlone(Begun opening) {
        return openings.drawAlone(opening.id()) && openings.awaitsDrawing(opening.id());
    }

    private Assembled.Complete drawn(Competition competition, int count, Instant now) {
        CompetitionDraft draft = competition.draft();
        Blueprint blueprint = draft.blueprint().of(count);
        return switch (assembly.draw(blueprint, leaving.items(draft.leftOut()), random, now)) {
            case Assembled.Complete complete -> complete;
            case Assembled.TooFew(var shortages) -> throw Shortages.problem(shortages);
        };
    }

    /** What freezes the forms of a competition; keeps what they share. */
    PaperFreezer freezer(Competition competition) {
        return forms.freezer(competition.draft().name(), competition.draft().aids());
    }

    /** Freezes the next forms; false where there is none that nobody is at. */
    boolean freezeSome(Begun opening, Competition competition, PaperFreezer freezer, Instant now) {
        List<Taken> taken = openings.take(opening.id(), BATCH);
        Blueprint blueprint = competition.draft().blueprint();
        freezer.freeze(
                taken.stream()
                        .map(one -> new DrawnForm(one.form(), blueprint.slots(one.versions())))
                        .toList(),
                now);
        return !taken.isEmpty();
    }
}
