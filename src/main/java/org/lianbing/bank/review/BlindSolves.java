package org.lianbing.bank.review;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.access.ItemAccess;
import org.lianbing.bank.access.SealedLooks;
import org.lianbing.bank.review.store.SolveRows;
import org.lianbing.bank.store.ItemRow;
import org.lianbing.bank.store.ItemRows;
import org.lianbing.bank.store.VersionRow;
import org.lianbing.bank.store.VersionRows;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;

/** Reviewers answer what is proposed before they see the key. */
@Service
public class BlindSolves {

    /**
     * A proposed item without its key.
     *
     * @param item which
     * @param version what is proposed
     * @param stem Markdown
     * @param type the name of its type
     * @param ask what is asked
     * @param solve what the actor answered before, or null
     */
    public record Blind(
            ItemId item,
            ItemVersionId version,
            String stem,
            String type,
            BlindPaper.Ask ask,
            @Nullable BlindSolve solve) {}

    private final SolveRows solves;
    private final ItemRows items;
    private final VersionRows versions;
    private final ItemAccess access;
    private final SealedLooks looks;
    private final Clock clock;

    BlindSolves(
            SolveRows solves, ItemRows items, VersionRows versions, ItemAccess access, SealedLooks looks, Clock clock) {
        this.solves = solves;
        this.items = items;
        this.versions = versions;
        this.access = access;
        this.looks = looks;
        this.clock = clock;
    }

    /** What is proposed of an item, as a candidate meets it. */
    @Transactional(readOnly = true)
    public Blind paper(Actor actor, ItemId item) {
        VersionRow version = proposed(actor, item);
        return new Blind(
                item,
                version.id(),
                version.content().stem(),
                version.content().interaction().type().code(),
                BlindPaper.of(version.id(), version.content().interaction()),
                solves.find(version.id(), actor.person()).orElse(null));
    }

    /** Records an answer; the first one stays. */
    @Transactional
    public BlindSolve solve(Actor actor, ItemId item, List<String> response) {
        VersionRow version = proposed(actor, item);
        boolean agrees = BlindPaper.agrees(version.id(), version.content().interaction(), response);
        solves.insert(new BlindSolve(version.id(), actor.person(), clock.instant(), response, agrees));
        return solves.find(version.id(), actor.person()).orElseThrow();
    }

    /** Everybody's answers to a version, for those who may read the item. */
    @Transactional(readOnly = true)
    public List<BlindSolve> of(Actor actor, ItemId item, ItemVersionId version) {
        access.requireReadable(actor, items.find(item).orElseThrow(() -> Problem.notFound("base.not-found")));
        return solves.of(version);
    }

    private VersionRow proposed(Actor actor, ItemId item) {
        ItemRow row = items.find(item).orElseThrow(() -> Problem.notFound("base.not-found"));
        access.requireReadable(actor, row);
        access.require(actor, row, Role.REVIEWER);
        ItemVersionId proposed = row.proposed();
        if (proposed == null) {
            throw Problem.conflict("bank.nothing-proposed", row.code());
        }
        VersionRow version = versions.find(Set.of(proposed)).get(proposed);
        if (version == null) {
            throw new IllegalStateException("no such version: " + proposed);
        }
        if (row.secrecy() == Secrecy.SEALED) {
            looks.seen(actor, row, proposed);
        }
        return version;
    }
}
