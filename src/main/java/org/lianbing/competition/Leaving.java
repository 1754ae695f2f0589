package org.lianbing.competition;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.lianbing.bank.Pool;
import org.lianbing.base.PageOf;
import org.lianbing.base.Problem;
import org.lianbing.base.UnitId;
import org.lianbing.competition.store.CompetitionTable;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.Exams;
import org.lianbing.paper.Forms;
import org.lianbing.paper.LeaveOut;

/**
 * Finds the items that a paper is not to hold. A sealed item answers to no code, and is as unknown as one that does not
 * exist: what comes from a sealed set, its setters have chosen.
 */
@Component
class Leaving {

    /** As many as anybody looks through. */
    private static final int LATEST = 200;

    private final CompetitionTable competitions;
    private final Exams exams;
    private final Forms forms;
    private final Pool pool;

    Leaving(CompetitionTable competitions, Exams exams, Forms forms, Pool pool) {
        this.competitions = competitions;
        this.exams = exams;
        this.forms = forms;
        this.pool = pool;
    }

    /** The latest opened contests of these units, which a paper can be kept apart from. */
    List<EarlierContest> earlier(Set<UnitId> reach) {
        return competitions.of(reach, null, new PageOf(0, LATEST)).rows().stream()
                .filter(competition -> competition.stage() != null)
                .map(EarlierContest::of)
                .toList();
    }

    /** Those of the codes that no item answers to, in their order. */
    Set<String> unknown(Collection<String> codes) {
        Set<String> unknown = new TreeSet<>(codes);
        unknown.removeAll(pool.named(codes).keySet());
        return unknown;
    }

    /**
     * Demands that there is all that is named.
     *
     * @param before what was named already, which may have gone out of reach since
     * @throws Problem invalid, with the codes that are unknown; not found, for a contest that is out of reach or that has
     *     no paper
     */
    void require(Set<UnitId> reach, LeftOut wish, LeftOut before) {
        Set<String> added = new HashSet<>(wish.codes());
        added.removeAll(before.codes());
        Set<String> unknown = unknown(added);
        if (!unknown.isEmpty()) {
            throw Problem.invalid("competition.leave-out.unknown", String.join(", ", unknown))
                    .with("field", "leaveOut.items");
        }
        for (CompetitionId id : wish.contests()) {
            if (!before.contests().contains(id) && !isEarlier(reach, id)) {
                throw Problem.notFound("competition.leave-out.no-contest").with("field", "leaveOut.contests");
            }
        }
    }

    private boolean isEarlier(Set<UnitId> reach, CompetitionId id) {
        return competitions
                .find(id)
                .filter(found -> reach.contains(found.unit()) && found.stage() != null)
                .isPresent();
    }

    /** Without the contests out of reach, of which nothing is told. */
    LeftOut within(Set<UnitId> reach, LeftOut wish) {
        return new LeftOut(
                wish.codes(),
                wish.contests().stream().filter(id -> isEarlier(reach, id)).collect(Collectors.toSet()));
    }

    /** What is left out as things are now; who may name what was asked before. */
    LeaveOut items(LeftOut wish) {
        if (wish.equals(LeftOut.NONE)) {
            return LeaveOut.NONE;
        }
        List<ExamId> held = wish.contests().stream()
                .flatMap(id -> competitions.find(id).stream())
                .map(Competition::stage)
                .filter(Objects::nonNull)
                .map(Stage::exam)
                .toList();
        return new LeaveOut(
                Set.copyOf(pool.named(wish.codes()).values()),
                Set.copyOf(forms.items(exams.forms(held).keySet())));
    }
}
