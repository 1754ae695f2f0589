package org.lianbing.exam.marking.ui;

import org.springframework.modulith.NamedInterface;

import org.lianbing.exam.ExamId;

/** The ways to the views of marking. */
@NamedInterface("navigation")
public final class MarkingNavigation {

    static final String QUEUES = "marking";

    private MarkingNavigation() {}

    /** The organizer's page of an exam: who marks, by which rule, how far it is. */
    public static String plan(ExamId exam) {
        return "exams/" + exam + "/marking";
    }

    static String desk(ExamId exam, int question) {
        return QUEUES + "/" + exam + "/" + question;
    }
}
