package org.lianbing.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.lianbing.base.Problem;
import org.lianbing.paper.store.CorrectionRows;

/**
 * Corrections of frozen forms (更正). A form itself never changes: they lie beside it, and whoever asks for the form gets
 * it with them. For the modules above, which decide who may correct what.
 */
@Service
public class Corrections {

    /** How long a reason may be. */
    public static final int LONGEST_REASON = 500;

    /** Each node looks once a second which forms have corrections; there are few. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private static final int FORMS_IN_MEMORY = 500;
    private static final String ALL = "all";

    private final CorrectionRows rows;
    private final Cache<String, Map<FormId, Integer>> generations =
            Caffeine.newBuilder().expireAfterWrite(GOOD_FOR).build();
    private final Cache<FormId, Form> corrected =
            Caffeine.newBuilder().maximumSize(FORMS_IN_MEMORY).build();

    Corrections(CorrectionRows rows) {
        this.rows = rows;
    }

    /** The generation of a form's keys; 0 as they were frozen. */
    public int generation(FormId form) {
        return rows.of(form).stream().mapToInt(Correction::generation).max().orElse(0);
    }

    /** All corrections of a form in the order of their approval. */
    public List<Correction> of(FormId form) {
        return rows.of(form);
    }

    /** The same of each of these forms that has any. */
    public Map<FormId, List<Correction>> of(Collection<FormId> forms) {
        return forms.isEmpty() ? Map.of() : rows.of(forms);
    }

    /** The generation of the keys of each of these forms that has corrections, past every memory. */
    public Map<FormId, Integer> generations(Collection<FormId> forms) {
        return forms.isEmpty() ? Map.of() : rows.generations(forms);
    }

    /**
     * Puts a correction into force.
     *
     * @param basis the generation that it was made from; of several forms beside each other the newest of them all
     * @return its own generation
     * @throws Problem conflict {@code paper.correction-basis}, where another correction came into force since
     */
    public int lay(FormId form, int basis, int slot, SlotRuling ruling, String reason, Instant now) {
        if (!rows.lay(form, basis, slot, ruling, reason, now)) {
            throw Problem.conflict("paper.correction-basis");
        }
        lookAgainAfterCommit();
        return basis + 1;
    }

    /** This node knows at once, and not before there is something to know. */
    private void lookAgainAfterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    generations.invalidateAll();
                }
            });
        } else {
            generations.invalidateAll();
        }
    }

    /** A frozen form with what is in force, at most a second old. */
    Form applied(Form frozen) {
        Map<FormId, Integer> known = generations.get(ALL, all -> rows.generations());
        Integer generation = known.get(frozen.id());
        if (generation == null) {
            return frozen;
        }
        Form cached = corrected.getIfPresent(frozen.id());
        if (cached != null && cached.generation() >= generation) {
            return cached;
        }
        Form now = frozen.corrected(rows.of(frozen.id()));
        corrected.put(frozen.id(), now);
        return now;
    }

    /** The form as it would be with one more correction, made from the newest. */
    Form proposed(Form frozen, int slot, SlotRuling ruling, Instant now) {
        List<Correction> all = new ArrayList<>(rows.of(frozen.id()));
        int generation = all.isEmpty() ? 1 : all.getLast().generation() + 1;
        all.add(new Correction(slot, generation, ruling, "", now));
        return frozen.corrected(all);
    }

    /** A ruling as the modules above keep it. */
    public String text(SlotRuling ruling) {
        return rows.text(ruling);
    }

    /** A ruling that was kept so. */
    public SlotRuling ruling(String text) {
        return rows.ruling(text);
    }
}
