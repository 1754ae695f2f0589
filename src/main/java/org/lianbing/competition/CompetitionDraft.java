package org.lianbing.competition;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.ExamWindow;
import org.lianbing.exam.ReleaseRule;
import org.lianbing.exam.ResultRules;
import org.lianbing.paper.Aids;
import org.lianbing.paper.Blueprint;
import org.lianbing.paper.PaperRules;

/**
 * What an organizer fills in.
 *
 * @param name 1 to 80 characters
 * @param trade in which trade
 * @param level at which level; null for a theme
 * @param window when, and how long one may work
 * @param sections the paper: a section a type
 * @param paperRules what else is asked of the paper, of one form or of several
 * @param leftOut what the paper is not to hold
 * @param admitted who may take part
 * @param results what comes out when, and what it takes to pass
 * @param liveBoard whether the board is public while the exam runs
 * @param aids what candidates may use
 * @param access from where and with what it is sat
 */
public record CompetitionDraft(
        String name,
        TradeId trade,
        @Nullable Level level,
        ExamWindow window,
        List<Blueprint.Section> sections,
        PaperRules paperRules,
        LeftOut leftOut,
        Admitted admitted,
        ResultRules results,
        boolean liveBoard,
        Aids aids,
        AccessRules access) {

    /** How many items of one type a paper may have. */
    public static final int MOST_ITEMS = 200;

    /** How many places all forms may have together, as 2,000 forms of a hundred items do: what memory and minutes allow. */
    public static final int MOST_PLACES = 200_000;

    private static final int LONGEST_NAME = 80;
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);

    /** Without aids, answers and explanations with the scores or never, and the usual mark to pass. */
    public CompetitionDraft(
            String name,
            TradeId trade,
            @Nullable Level level,
            ExamWindow window,
            List<Blueprint.Section> sections,
            PaperRules paperRules,
            Admitted admitted,
            ReleaseRule releaseRule,
            boolean showsAnswers,
            boolean liveBoard) {
        this(
                name,
                trade,
                level,
                window,
                sections,
                paperRules,
                admitted,
                ResultRules.of(releaseRule, showsAnswers),
                liveBoard,
                Aids.NONE);
    }

    /** With nothing left out, from anywhere, with any browser. */
    public CompetitionDraft(
            String name,
            TradeId trade,
            @Nullable Level level,
            ExamWindow window,
            List<Blueprint.Section> sections,
            PaperRules paperRules,
            Admitted admitted,
            ResultRules results,
            boolean liveBoard,
            Aids aids) {
        this(
                name,
                trade,
                level,
                window,
                sections,
                paperRules,
                LeftOut.NONE,
                admitted,
                results,
                liveBoard,
                aids,
                AccessRules.NONE);
    }

    public CompetitionDraft {
        name = name.strip();
        sections = List.copyOf(sections);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("competition.name-length", LONGEST_NAME);
        }
        requirePaper(sections);
    }

    /** Demands sections of a paper: at least one, each of another type, none too large. */
    public static void requirePaper(List<Blueprint.Section> sections) {
        if (sections.isEmpty()) {
            throw Problem.invalid("competition.no-items");
        }
        sections.forEach(CompetitionDraft::check);
        if (sections.stream().map(Blueprint.Section::type).distinct().count() < sections.size()) {
            throw Problem.invalid("competition.type-twice");
        }
    }

    private static void check(Blueprint.Section section) {
        if (section.count() < 1 || section.count() > MOST_ITEMS) {
            throw Problem.invalid("competition.item-count", MOST_ITEMS);
        }
        if (section.pointsEach().signum() <= 0 || section.pointsEach().compareTo(MOST_POINTS) > 0) {
            throw Problem.invalid("competition.points", MOST_POINTS);
        }
    }

    /** When scores come out. */
    public ReleaseRule releaseRule() {
        return results.scores();
    }

    /** The rules of the paper. */
    public Blueprint blueprint() {
        return new Blueprint(trade, level, sections, paperRules);
    }

    /** Refuses so many forms where they have more places together than can be made. */
    void requireMakeable(int forms) {
        if ((long) forms * items() > MOST_PLACES) {
            throw Problem.invalid("competition.too-many-places", forms, items(), MOST_PLACES, MOST_PLACES / forms);
        }
    }

    /** How many items the paper has. */
    public int items() {
        return sections.stream().mapToInt(Blueprint.Section::count).sum();
    }

    /** What can be reached. */
    public BigDecimal maxScore() {
        return sections.stream()
                .map(section -> section.pointsEach().multiply(BigDecimal.valueOf(section.count())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
