package org.lianbing.bank.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.bank.Interaction;
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
     * @param stem Markdown, of a 计算 with the values of one variant
     * @param type the name of its type
     * @param ask what is asked
     * @param solve what the actor answered before, or null
     */
    public record Blind(
            ItemId item,
            ItemVersionId version,
            String stem,
            String type,
            Ask ask,
            @Nullable BlindSolve solve) {}

    private final SolveRows solves;
    private final Comparison comparison;
    private final ItemRows items;
    private final VersionRows versions;
    private final ItemAccess access;
    private final SealedLooks looks;
    private final Clock clock;

    BlindSolves(
            SolveRows solves,
            Comparison comparison,
            ItemRows items,
            VersionRows versions,
            ItemAccess access,
            SealedLooks looks,
            Clock clock) {
        this.solves = solves;
        this.comparison = comparison;
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
        Interaction asked = version.content().interaction();
        BlindPaper paper = BlindPaper.of(version.id());
        return new Blind(
                item,
                version.id(),
                paper.stem(version.content().stem(), asked),
                asked.type().code(),
                paper.ask(asked),
                solves.find(version.id(), actor.person()).orElse(null));
    }

    /**
     * Records an answer; the first one stays.
     *
     * @param shown the version that was answered; null for what is proposed now
     * @throws Problem a conflict where another one is proposed by now
     */
    @Transactional
    public BlindSolve solve(Actor actor, ItemId item, @Nullable ItemVersionId shown, List<String> response) {
        VersionRow version = proposed(actor, item, shown);
        List<@Nullable Boolean> verdicts =
                comparison.verdicts(version.id(), version.content().interaction(), response);
        solves.insert(new BlindSolve(version.id(), actor.person(), clock.instant(), response, verdicts));
        return solves.find(version.id(), actor.person()).orElseThrow();
    }

    /**
     * The reviewer, who has seen the key by now, says whether it says what they wrote, where no machine can tell. Once
     * said it stays.
     *
     * @param shown the version that was answered; null for what is proposed now
     * @param part from 0; 0 where there are no parts
     * @throws Problem a conflict where another one is proposed by now
     */
    @Transactional
    public BlindSolve say(Actor actor, ItemId item, @Nullable ItemVersionId shown, int part, boolean agrees) {
        VersionRow version = proposed(actor, item, shown);
        BlindSolve solve =
                solves.find(version.id(), actor.person()).orElseThrow(() -> Problem.conflict("bank.review.not-solved"));
        if (part < 0 || part >= solve.verdicts().size() || solve.verdicts().get(part) != null) {
            throw Problem.conflict("bank.review.verdict-given");
        }
        List<@Nullable Boolean> verdicts = new ArrayList<>(solve.verdicts());
        verdicts.set(part, agrees);
        BlindSolve said = new BlindSolve(solve.version(), solve.person(), solve.at(), solve.response(), verdicts);
        solves.say(said);
        return said;
    }

    /** Everybody's answers to a version, for those who may read the item. */
    @Transactional(readOnly = true)
    public List<BlindSolve> of(Actor actor, ItemId item, ItemVersionId version) {
        access.requireReadable(actor, items.find(item).orElseThrow(() -> Problem.notFound("base.not-found")));
        return solves.of(version);
    }

    private VersionRow proposed(Actor actor, ItemId item, @Nullable ItemVersionId shown) {
        VersionRow version = proposed(actor, item);
        if (shown != null && !shown.equals(version.id())) {
            String code = items.find(item).map(ItemRow::code).orElse("");
            throw Problem.conflict("bank.review.changed", code);
        }
        return version;
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
