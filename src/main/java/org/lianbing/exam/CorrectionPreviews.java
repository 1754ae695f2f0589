package org.lianbing.exam;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Regraded;
import org.lianbing.attempt.Regrading;
import org.lianbing.exam.store.CorrectionTable;
import org.lianbing.paper.Corrections;
import org.lianbing.paper.Form;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.paper.SlotRuling;
import org.lianbing.ranking.BoardResult;
import org.lianbing.ranking.Places;
import org.lianbing.ranking.SubjectId;

/** Computes what a correction will do, by the very function that then does it. */
@Component
class CorrectionPreviews {

    private static final Comparator<CorrectionPreview.Line> BEST_FIRST = Comparator.comparing(
                    CorrectionPreview.Line::placeAfter, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(line -> line.person().value());

    private final Forms forms;
    private final Corrections corrections;
    private final ItemPlaces places;
    private final Rulings rulings;
    private final CorrectionTable table;
    private final Regrading regrading;
    private final Attempts attempts;

    CorrectionPreviews(
            Forms forms,
            Corrections corrections,
            ItemPlaces places,
            Rulings rulings,
            CorrectionTable table,
            Regrading regrading,
            Attempts attempts) {
        this.forms = forms;
        this.corrections = corrections;
        this.places = places;
        this.rulings = rulings;
        this.table = table;
        this.regrading = regrading;
        this.attempts = attempts;
    }

    /**
     * Over all forms: whoever has one without the item keeps the score, and may lose or win a place all the same. The forms
     * with the item are read one after the other, and none is held.
     */
    CorrectionPreview of(Exam exam, int number, int slot, SlotRuling ruling, Instant now) {
        int basis = table.generation(exam.id());
        Map<ItemPlaces.Place, SlotRuling> everywhere = rulings.everywhere(exam, number, slot, ruling);
        ItemPlaces.Place first = everywhere.keySet().iterator().next();
        BigDecimal maxBefore = forms.newest(first.form()).maxScore();
        BigDecimal maxAfter =
                proposed(first, everywhere.values().iterator().next(), now).maxScore();
        List<Regraded> regraded = regraded(exam, everywhere, now);
        Map<AttemptId, AttemptSummary> summaries = new HashMap<>();
        attempts.all(exam.purpose()).forEach(one -> summaries.put(one.id(), one));
        Map<SubjectId, Integer> before = Places.of(results(regraded, summaries, false));
        Map<SubjectId, Integer> after = Places.of(results(regraded, summaries, true));
        ResultRules rules = exam.draft().results();
        List<CorrectionPreview.Line> lines = regraded.stream()
                .map(one -> line(one, rules, before, after))
                .sorted(BEST_FIRST)
                .toList();
        return new CorrectionPreview(
                basis, maxBefore, maxAfter, rules.passMark(maxBefore), rules.passMark(maxAfter), lines);
    }

    private List<Regraded> regraded(Exam exam, Map<ItemPlaces.Place, SlotRuling> everywhere, Instant now) {
        Set<FormId> touched = new HashSet<>();
        List<Regraded> regraded = new ArrayList<>();
        everywhere.forEach((place, own) -> {
            touched.add(place.form());
            regraded.addAll(regrading.preview(exam.purpose(), proposed(place, own, now)));
        });
        // Who is not scored yet by what came into force before.
        Set<FormId> waiting =
                new HashSet<>(regrading.waiting(exam.purpose(), corrections.generations(places.forms(exam))));
        waiting.removeAll(touched);
        waiting.forEach(form -> regraded.addAll(regrading.preview(exam.purpose(), forms.newest(form))));
        touched.addAll(waiting);
        regraded.addAll(regrading.apartFrom(exam.purpose(), touched));
        return regraded;
    }

    private Form proposed(ItemPlaces.Place place, SlotRuling own, Instant now) {
        return forms.proposed(place.form(), place.slot(), own, now);
    }

    private static CorrectionPreview.Line line(
            Regraded one, ResultRules rules, Map<SubjectId, Integer> before, Map<SubjectId, Integer> after) {
        SubjectId subject = new SubjectId(one.person().value());
        return new CorrectionPreview.Line(
                one.person(),
                one.before(),
                one.after(),
                passes(rules, one.before(), one.maxBefore()),
                passes(rules, one.after(), one.maxAfter()),
                before.get(subject),
                after.get(subject));
    }

    private static boolean passes(ResultRules rules, BigDecimal score, BigDecimal max) {
        return score.compareTo(rules.passMark(max)) >= 0;
    }

    private static List<BoardResult> results(
            List<Regraded> regraded, Map<AttemptId, AttemptSummary> summaries, boolean after) {
        List<BoardResult> results = new ArrayList<>();
        for (Regraded one : regraded) {
            @Nullable AttemptSummary summary = summaries.get(one.attempt());
            if (!one.isVoid() && summary != null && summary.timeUsed() != null && summary.endedAt() != null) {
                results.add(new BoardResult(
                        new SubjectId(one.person().value()),
                        "",
                        "",
                        after ? one.after() : one.before(),
                        summary.timeUsed(),
                        summary.endedAt()));
            }
        }
        return results;
    }
}
