package org.lianbing.bank.review;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.bank.Secrecy;
import org.lianbing.bank.review.store.PublicationRows;
import org.lianbing.bank.review.store.SolveRows;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;

/** What a second person must have done before a version comes into force. */
@Component
public class FourEyes {

    private final SolveRows solves;
    private final PublicationRows publications;
    private final Remarks remarks;
    private final Clock clock;

    FourEyes(SolveRows solves, PublicationRows publications, Remarks remarks, Clock clock) {
        this.solves = solves;
        this.publications = publications;
        this.remarks = remarks;
        this.clock = clock;
    }

    /** Whether an item is for exams, so that it must be answered before it is published. */
    private static boolean solveDemanded(ItemRow row, VersionRow version) {
        return row.secrecy() != Secrecy.OPEN || row.secrecyAfter(version.secrecy()) != Secrecy.OPEN;
    }

    /** All that is demanded of who looks at a version themselves. */
    public void check(Actor actor, ItemRow row, VersionRow version, String word) {
        checkAuthor(actor, version);
        if (solveDemanded(row, version)) {
            BlindSolve solve = solves.find(version.id(), actor.person())
                    .orElseThrow(() -> Problem.conflict("bank.review.solve-first", row.code()));
            if (!solve.settled()) {
                throw Problem.conflict("bank.review.say-first", row.code());
            }
        }
        if (word.isBlank() && disagreed(version)) {
            throw Problem.invalid("bank.review.word-needed", row.code()).with("field", "word");
        }
    }

    /** Nobody publishes what they wrote. */
    public void checkAuthor(Actor actor, VersionRow version) {
        if (actor.person().equals(version.author())) {
            throw Problem.forbidden("bank.four-eyes");
        }
    }

    /** Keeps on what ground a version came into force. */
    public void record(Actor actor, ItemRow row, VersionRow version, @Nullable SampleId sample, String word) {
        String why = disagreed(version) ? word.strip() : "";
        publications.put(row.id(), new PublicationGround(version.id(), actor.person(), clock.instant(), sample, why));
        if (!why.isEmpty()) {
            remarks.disagreed(actor, row, version.id(), why);
        }
    }

    private boolean disagreed(VersionRow version) {
        return solves.of(version.id()).stream().anyMatch(BlindSolve::disagrees);
    }
}
