package org.lianbing.exam;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Candidate;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.seb.SebCheck;
import org.lianbing.exam.seb.SebConfig;
import org.lianbing.exam.store.AccessTable;
import org.lianbing.exam.store.CandidateTable;

/**
 * Whether a candidate comes from where and with what their exam may be sat. While no exam asks for anything this costs a
 * look at an empty map; otherwise a comparison from memory. Who is refused is noted, and nothing else follows.
 */
@Service
public class Access {

    private static final int MOST_ATTEMPTS = 50_000;
    private static final int MOST_CONFIGS = 1_000;

    /** The same refusal is written down once in so long. */
    private static final Duration NOTED_AGAIN = Duration.ofSeconds(30);

    private record Noted(ExamId exam, PersonId person, AccessRules.Reason reason, String address) {}

    private record Place(ExamId exam, String site) {}

    private final AccessBook book;
    private final AccessTable rows;
    private final CandidateTable candidates;
    private final Attempts attempts;
    private final Clock clock;
    private final Cache<AttemptId, Optional<ExamId>> exams =
            Caffeine.newBuilder().maximumSize(MOST_ATTEMPTS).build();
    private final Cache<Place, SebKey> ownKeys =
            Caffeine.newBuilder().maximumSize(MOST_CONFIGS).build();
    private final Cache<Noted, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(MOST_ATTEMPTS)
            .expireAfterWrite(NOTED_AGAIN)
            .build();

    Access(AccessBook book, AccessTable rows, CandidateTable candidates, Attempts attempts, Clock clock) {
        this.book = book;
        this.rows = rows;
        this.candidates = candidates;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Whether no exam asks for anything, so that nothing has to be looked at. */
    public boolean isOpenEverywhere() {
        return book.inForce().isEmpty();
    }

    /** What the exam asks for, from memory. */
    public AccessRules rules(ExamId exam) {
        AccessTable.Entry entry = book.inForce().get(exam);
        return entry == null ? AccessRules.NONE : entry.rules();
    }

    /** Whether the exam of a candidate asks for something. */
    public boolean asks(Candidate candidate) {
        return !isOpenEverywhere()
                && exams.get(candidate.attempt(), this::examOf)
                        .filter(exam -> !rules(exam).isEmpty())
                        .isPresent();
    }

    /** Why somebody may not come in at the door of an exam; empty where they may, or are not on its roster. */
    public Optional<Problem> refusal(ExamId exam, PersonId person, Approach approach) {
        return whatIsWrong(exam, person, approach)
                .filter(reason -> candidates.own(exam, person).isPresent())
                .map(reason -> refused(exam, person, reason, approach));
    }

    /** Why a candidate may not go on with an attempt; empty where they may, or where it has ended. */
    public Optional<Problem> refusal(Candidate candidate, Approach approach) {
        if (isOpenEverywhere()) {
            return Optional.empty();
        }
        ExamId exam = exams.get(candidate.attempt(), this::examOf).orElse(null);
        if (exam == null) {
            return Optional.empty();
        }
        return whatIsWrong(exam, candidate.person(), approach)
                .filter(reason -> runs(candidate.attempt()))
                .map(reason -> refused(exam, candidate.person(), reason, approach));
    }

    private Optional<AccessRules.Reason> whatIsWrong(ExamId exam, PersonId person, Approach approach) {
        AccessTable.Entry entry = book.inForce().get(exam);
        if (entry == null || entry.letIn().contains(person)) {
            return Optional.empty();
        }
        if (!entry.rules().admits(approach.address())) {
            return Optional.of(AccessRules.Reason.ADDRESS);
        }
        return isSafe(exam, entry.rules().browser(), approach)
                ? Optional.empty()
                : Optional.of(AccessRules.Reason.BROWSER);
    }

    private boolean isSafe(ExamId exam, SafeBrowser browser, Approach approach) {
        boolean config = !browser.asksForConfig() || SebCheck.hasConfig(approach, configKeys(exam, browser, approach));
        boolean version = browser.examKeys().isEmpty() || SebCheck.hasExamKey(approach, browser.examKeys());
        return config && version;
    }

    private List<SebKey> configKeys(ExamId exam, SafeBrowser browser, Approach approach) {
        if (!browser.ownConfig()) {
            return browser.configKeys();
        }
        List<SebKey> keys = new ArrayList<>(browser.configKeys());
        keys.add(ownKeys.get(new Place(exam, approach.site()), Access::ownKey));
        return keys;
    }

    private static SebKey ownKey(Place place) {
        return new SebKey(SebConfig.of(place.exam(), place.site()).key());
    }

    private Optional<ExamId> examOf(AttemptId id) {
        return Optional.of(attempts.get(id).purpose())
                .filter(purpose -> purpose.kind().equals(Exam.PURPOSE))
                .map(purpose -> new ExamId(purpose.id()));
    }

    private boolean runs(AttemptId id) {
        AttemptSummary attempt = attempts.get(id);
        return attempt.state() == AttemptState.STARTED || attempt.state() == AttemptState.PREPARED;
    }

    private Problem refused(ExamId exam, PersonId person, AccessRules.Reason reason, Approach approach) {
        String address = approach.address();
        Noted note = new Noted(exam, person, reason, address);
        @Nullable Boolean before = noted.asMap().putIfAbsent(note, true);
        if (before == null) {
            rows.note(exam, person, reason, address, clock.instant());
        }
        return switch (reason) {
            case ADDRESS -> Problem.forbidden("exam.address-refused", address).with("address", address);
            case BROWSER ->
                Problem.forbidden("exam.browser-refused")
                        .with("ownConfig", rules(exam).browser().ownConfig());
        };
    }
}
