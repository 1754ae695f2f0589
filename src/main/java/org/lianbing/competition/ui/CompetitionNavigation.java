package org.lianbing.competition.ui;

import com.vaadin.flow.component.UI;
import org.springframework.modulith.NamedInterface;

import org.lianbing.competition.CompetitionId;
import org.lianbing.exam.CorrectionId;
import org.lianbing.exam.ExamId;
import org.lianbing.ranking.BoardId;

/** The ways to the views of competitions. */
@NamedInterface("navigation")
public final class CompetitionNavigation {

    static final String COMPETITIONS = "competitions";
    static final String NEW = "competitions/new";
    static final String CONTESTS = "contests";

    private CompetitionNavigation() {}

    /** To the organizer's list. */
    public static void toCompetitions() {
        UI.getCurrent().navigate(COMPETITIONS);
    }

    /** To the desk of one competition. */
    public static void toCompetition(CompetitionId competition) {
        UI.getCurrent().navigate(address(competition));
    }

    /** To the contests of the one who is signed in. */
    public static void toContests() {
        UI.getCurrent().navigate(CONTESTS);
    }

    static String address(CompetitionId competition) {
        return COMPETITIONS + "/" + competition;
    }

    static String fairness(CompetitionId id) {
        return address(id) + "/fairness";
    }

    /** Papers, answer sheets and keys to print. */
    static String papers(CompetitionId id) {
        return address(id) + "/papers";
    }

    static String edit(CompetitionId competition) {
        return address(competition) + "/edit";
    }

    /** The keys of a competition, and what was proposed about them. */
    static String corrections(CompetitionId competition) {
        return address(competition) + "/corrections";
    }

    /** One proposal. */
    static String correction(CompetitionId competition, CorrectionId correction) {
        return corrections(competition) + "/" + correction;
    }

    /** The page where one is admitted to an exam; no Vaadin session is held there. */
    public static String admission(ExamId exam) {
        return "/sitting/?exam=" + exam;
    }

    /** The public page of a board. */
    public static String board(BoardId board) {
        return "/sitting/?board=" + board;
    }
}
