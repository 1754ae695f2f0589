package org.lianbing.exam;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.Pool;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.Actor;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;

/**
 * In how many forms and before how many candidates each item of an exam stands. Sealed items are counted but not named
 * until the results are out, save to their setters; whoever sits the exam is told no name at all until then.
 */
@Service
public class Exposures {

    private static final Comparator<ItemExposure> MOST_SEEN_FIRST = Comparator.comparingInt(ItemExposure::candidates)
            .reversed()
            .thenComparing(one -> one.forms().size(), Comparator.reverseOrder())
            .thenComparing(one -> one.named() == null)
            .thenComparing(one -> one.named() == null ? "" : one.named().code())
            .thenComparing(one -> one.forms().getFirst());

    private final Exams exams;
    private final PaperTable papers;
    private final CandidateTable candidates;
    private final Forms forms;
    private final SealedItems sealed;
    private final NotWhoSits avoidance;
    private final Pool pool;

    Exposures(
            Exams exams,
            PaperTable papers,
            CandidateTable candidates,
            Forms forms,
            SealedItems sealed,
            NotWhoSits avoidance,
            Pool pool) {
        this.exams = exams;
        this.papers = papers;
        this.candidates = candidates;
        this.forms = forms;
        this.sealed = sealed;
        this.avoidance = avoidance;
        this.pool = pool;
    }

    /** Those of an exam of the actor's units, the most seen first. */
    public List<ItemExposure> of(Actor actor, ExamId id) {
        Exam exam = exams.get(actor, id);
        List<FormId> all = papers.forms(id);
        Map<FormId, Integer> numbers = new HashMap<>();
        all.forEach(form -> numbers.put(form, numbers.size() + 1));
        Map<ItemVersionId, List<Integer>> standing = new HashMap<>();
        forms.standing(all)
                .forEach((version, those) -> standing.put(
                        version, those.stream().map(numbers::get).sorted().toList()));
        int[] seats = seats(candidates.count(id).roster(), all.size());
        Map<ItemVersionId, ItemExposure.Named> named = named(actor, exam, standing);
        return standing.entrySet().stream()
                .map(one -> new ItemExposure(
                        named.get(one.getKey()),
                        one.getValue(),
                        one.getValue().stream()
                                .mapToInt(number -> seats[number - 1])
                                .sum()))
                .sorted(MOST_SEEN_FIRST)
                .toList();
    }

    /** How many of a roster have each of so many forms. */
    private static int[] seats(int roster, int forms) {
        int[] seats = new int[forms];
        for (int seat = 1; seat <= roster; seat++) {
            seats[PaperTable.Deal.number(seat, forms) - 1]++;
        }
        return seats;
    }

    private Map<ItemVersionId, ItemExposure.Named> named(
            Actor actor, Exam exam, Map<ItemVersionId, List<Integer>> standing) {
        if (!exam.isReleased() && avoidance.sits(actor, exam.id())) {
            return Map.of();
        }
        Map<ItemVersionId, PoolItem> items = pool.items(standing.keySet());
        Map<ItemId, String> codes = pool.codes(
                items.values().stream().map(PoolItem::item).collect(Collectors.toSet()),
                exam.isReleased() || sealed.areSetBy(actor, exam));
        Map<ItemVersionId, ItemExposure.Named> named = new HashMap<>();
        items.forEach((version, item) -> {
            @Nullable String code = codes.get(item.item());
            if (code != null) {
                named.put(version, new ItemExposure.Named(code, item));
            }
        });
        return named;
    }
}
