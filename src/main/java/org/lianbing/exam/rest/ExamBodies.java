package org.lianbing.exam.rest;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.Texts;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.Approach;
import org.lianbing.exam.Disclosure;
import org.lianbing.exam.Exam;
import org.lianbing.exam.ExamFacts;
import org.lianbing.exam.ExamPhase;
import org.lianbing.exam.LateStart;
import org.lianbing.exam.MyExam;
import org.lianbing.exam.ResultRules;
import org.lianbing.paper.Aids;
import org.lianbing.ranking.BoardId;
import org.lianbing.trade.Trades;

/** Exams as JSON, with the words in the caller's language. */
@Component
class ExamBodies {

    record Attempt(
            String attemptId,
            AttemptState state,

            @Schema(description = "Why it was declared void") @Nullable
            String voidReason) {}

    @Schema(name = "ExamPause")
    record Pause(Instant since, String reason) {}

    @Schema(name = "ExamAccess", description = "From where and with what the exam is to be sat, and whether you are")
    record Entry(
            @Schema(description = "Your address, as the server sees it")
            String address,

            @Schema(description = "Whether only some addresses are good")
            boolean someAddresses,

            @Schema(description = "Whether Safe Exam Browser is asked for")
            boolean safeBrowser,

            @Schema(description = "Whether there is a configuration for it to download here")
            boolean ownConfig,

            @Schema(description = "What is wrong: exam.address-refused or exam.browser-refused; null for nothing")
            @Nullable
            String refused,

            @Schema(description = "The same in words") @Nullable
            String sentence) {}

    record Facts(
            String id,
            String title,
            String trade,
            String level,
            Instant opensAt,
            Instant closesAt,
            long durationSeconds,
            LateStart lateStart,

            @Schema(description = "When nobody may start any more, as far as it is known now")
            Instant lastEntryAt,

            ExamPhase phase,

            @Schema(description = "Since when it is paused for all, and why; nobody starts meanwhile") @Nullable
            Pause pause,

            @Schema(description = "Extra time of yours, that for all and your own; it counts from your start")
            long extraSeconds,

            int items,
            BigDecimal maxScore,
            List<String> rules,
            boolean onRoster,
            String person,

            @Schema(description = "Your number on the roster") @Nullable
            Integer seat,

            @Schema(description = "Null where anywhere and any browser will do") @Nullable
            Entry access,

            @Nullable Attempt attempt,
            boolean resultReleased,
            @Nullable String boardId,
            Instant serverTime) {}

    record Mine(
            String id,
            String title,
            String trade,
            String level,
            Instant opensAt,
            Instant closesAt,
            long durationSeconds,
            ExamPhase phase,
            @Nullable Attempt attempt,
            boolean resultReleased,
            @Nullable String boardId) {}

    private static final int MINUTE = 60;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Trades trades;
    private final MessageSource texts;
    private final ZoneId zone;

    ExamBodies(Trades trades, MessageSource texts, ZoneId zone) {
        this.trades = trades;
        this.texts = texts;
        this.zone = zone;
    }

    /** What the exam asks for, and how the caller comes; null where it asks for nothing. */
    @Nullable
    Entry entry(AccessRules rules, Approach approach, Optional<Problem> refusal, Locale asked) {
        return rules.isEmpty()
                ? null
                : new Entry(
                        approach.address(),
                        !rules.addresses().isEmpty(),
                        rules.browser().isRequired(),
                        rules.browser().ownConfig(),
                        refusal.map(Problem::code).orElse(null),
                        refusal.map(problem -> say(Texts.nearest(asked), problem.code(), problem.arguments()))
                                .orElse(null));
    }

    Facts facts(ExamFacts facts, @Nullable Entry entry, Locale asked, Instant now) {
        Locale language = Texts.nearest(asked);
        Exam exam = facts.exam();
        return new Facts(
                exam.id().toString(),
                exam.draft().title(),
                trades.get(exam.draft().trade()).name(language),
                level(exam.draft().level(), language),
                exam.clock().opensAt(),
                exam.draft().window().closesAt(),
                exam.draft().window().duration().toSeconds(),
                exam.draft().window().lateStart(),
                exam.clock().lastEntry(),
                facts.phase(),
                pause(exam),
                exam.clock().extra().plus(facts.ownExtra()).toSeconds(),
                facts.items(),
                facts.maxScore(),
                rules(facts, language),
                facts.onRoster(),
                facts.person(),
                facts.seat(),
                entry,
                attempt(facts.attempt()),
                exam.isReleased(),
                board(exam.draft().board()),
                now);
    }

    Mine mine(MyExam mine, Locale asked) {
        Locale language = Texts.nearest(asked);
        Exam exam = mine.exam();
        return new Mine(
                exam.id().toString(),
                exam.draft().title(),
                trades.get(exam.draft().trade()).name(language),
                level(exam.draft().level(), language),
                exam.clock().opensAt(),
                exam.draft().window().closesAt(),
                exam.draft().window().duration().toSeconds(),
                mine.phase(),
                attempt(mine.attempt()),
                exam.isReleased(),
                board(exam.draft().board()));
    }

    private List<String> rules(ExamFacts facts, Locale language) {
        List<String> rules = new ArrayList<>();
        rules.add(say(
                language,
                "exam.rule.paper",
                facts.items(),
                facts.maxScore(),
                time(facts.exam().draft().window().duration(), language)));
        facts.rules().forEach(rule -> rules.add(say(language, rule)));
        if (facts.markedByPeople()) {
            rules.add(say(language, "exam.rule.marked"));
        }
        rules.add(
                say(language, "exam.rule.late." + facts.exam().draft().window().lateStart()));
        extra(facts, language).ifPresent(rules::add);
        aids(facts.exam().draft().aids()).forEach(rule -> rules.add(say(language, rule)));
        rules.add(say(language, "exam.rule.clock"));
        rules.add(say(language, "exam.rule.saving"));
        rules.add(say(language, "exam.rule.leaving"));
        ResultRules results = facts.exam().draft().results();
        rules.add(say(language, "exam.rule.release." + results.scores()));
        rules.add(disclosure("answers", results.answers(), language));
        if (results.showsAnswers()) {
            rules.add(disclosure("explanations", results.explanations(), language));
        }
        rules.add(say(language, "exam.rule.pass", results.passPercent()));
        return List.copyOf(rules);
    }

    /** What was added to the time before the start, and why. */
    private Optional<String> extra(ExamFacts facts, Locale language) {
        Duration extra = facts.exam().clock().extra().plus(facts.ownExtra());
        String why = facts.ownReason() == null ? facts.exam().extraReason() : facts.ownReason();
        return extra.isZero()
                ? Optional.empty()
                : Optional.of(say(language, "exam.rule.extra", time(extra, language), why == null ? "" : why));
    }

    private static @Nullable Pause pause(Exam exam) {
        Instant since = exam.clock().pausedAt();
        return since == null ? null : new Pause(since, Objects.requireNonNullElse(exam.pauseReason(), ""));
    }

    private static List<String> aids(Aids aids) {
        List<String> rules = new ArrayList<>();
        if (aids.calculator()) {
            rules.add("exam.rule.calculator");
        }
        if (aids.hasFormulas()) {
            rules.add("exam.rule.formulas");
        }
        if (aids.guarded()) {
            rules.add("exam.rule.guarded");
        }
        return rules;
    }

    private String disclosure(String what, Disclosure disclosure, Locale language) {
        Instant at = disclosure.at();
        String key = "exam.rule." + what + "." + disclosure.rule();
        return at == null ? say(language, key) : say(language, key, MOMENT.format(at.atZone(zone)));
    }

    private String time(Duration duration, Locale language) {
        return duration.toSeconds() % MINUTE == 0
                ? say(language, "exam.rule.minutes", duration.toMinutes())
                : say(language, "exam.rule.seconds", duration.toSeconds());
    }

    private String level(@Nullable Level level, Locale language) {
        return level == null ? "" : say(language, "base.level." + level.code());
    }

    private String say(Locale language, String key, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }

    private static @Nullable Attempt attempt(@Nullable AttemptSummary attempt) {
        return attempt == null ? null : new Attempt(attempt.id().toString(), attempt.state(), attempt.voidReason());
    }

    private static @Nullable String board(@Nullable BoardId board) {
        return board == null ? null : board.toString();
    }
}
