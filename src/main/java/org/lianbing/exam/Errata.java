package org.lianbing.exam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Service;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.PastScore;
import org.lianbing.attempt.Regrading;
import org.lianbing.base.Actor;
import org.lianbing.exam.store.ExamTable;
import org.lianbing.paper.Correction;
import org.lianbing.paper.Corrections;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;

/** What everybody may know of the corrections of an exam: nothing before its results, and reasons with the answers. */
@Service
public class Errata {

    private final ExamTable exams;
    private final Corrections corrections;
    private final Regrading regrading;
    private final Forms forms;
    private final ItemPlaces places;
    private final SealedItems sealed;

    Errata(
            ExamTable exams,
            Corrections corrections,
            Regrading regrading,
            Forms forms,
            ItemPlaces places,
            SealedItems sealed) {
        this.exams = exams;
        this.corrections = corrections;
        this.regrading = regrading;
        this.forms = forms;
        this.places = places;
        this.sealed = sealed;
    }

    /** In the order in which they came into force; none before the results are out. */
    public List<Erratum> published(ExamId id, Instant now) {
        return exams.find(id).map(exam -> of(exam, now)).orElse(List.of());
    }

    /**
     * The same for those who hold the exam, at any time; the caller has made sure that they do. With the reasons, save where
     * the items are sealed still and the actor does not read them: a reason may tell a key.
     */
    public List<Erratum> all(Actor actor, ExamId id) {
        return exams.find(id)
                .map(exam -> of(exam, () -> !sealed.areClosedTo(actor, exam)))
                .orElse(List.of());
    }

    /** Those of one candidate's form, by its own numbers. */
    List<Erratum> of(Exam exam, FormId own, Instant now) {
        return exam.isReleased() ? of(own, 0, corrections.of(own), exam.answersOut(now)) : List.of();
    }

    private List<Erratum> of(Exam exam, Instant now) {
        return exam.isReleased() ? of(exam, () -> exam.answersOut(now)) : List.of();
    }

    /**
     * Each once, as it stands in the first form that has it. A desk asks every other second, of thousands of forms: whether
     * the reasons may be read is asked where there are some, and of the forms none is read that tells nothing new.
     */
    private List<Erratum> of(Exam exam, BooleanSupplier reasons) {
        List<FormId> all = places.forms(exam);
        Map<FormId, List<Correction>> made = corrections.of(all);
        if (made.isEmpty()) {
            return List.of();
        }
        boolean withReasons = reasons.getAsBoolean();
        Map<Integer, Erratum> byGeneration = new TreeMap<>();
        for (int at = 0; at < all.size(); at++) {
            List<Correction> own = made.getOrDefault(all.get(at), List.of());
            if (own.stream().anyMatch(one -> !byGeneration.containsKey(one.generation()))) {
                int number = all.size() == 1 ? 0 : at + 1;
                List<Erratum> errata = of(all.get(at), number, own, withReasons);
                for (int one = 0; one < own.size(); one++) {
                    byGeneration.putIfAbsent(own.get(one).generation(), errata.get(one));
                }
            }
        }
        return List.copyOf(byGeneration.values());
    }

    private List<Erratum> of(FormId form, int number, List<Correction> made, boolean reasons) {
        if (made.isEmpty()) {
            return List.of();
        }
        Form frozen = forms.frozen(form);
        List<Erratum> errata = new ArrayList<>();
        for (int at = 0; at < made.size(); at++) {
            Correction one = made.get(at);
            Slot slot = frozen.slot(one.slot());
            errata.add(new Erratum(
                    number,
                    one.slot(),
                    slot.type(),
                    one.ruling().code(),
                    frozen.corrected(made.subList(0, at + 1)).maxScore(),
                    reasons ? one.reason() : null,
                    one.approvedAt()));
        }
        return List.copyOf(errata);
    }

    List<PastScore> before(AttemptId attempt) {
        return regrading.past(attempt);
    }
}
