package org.lianbing.practice;

import org.springframework.stereotype.Service;

import org.lianbing.attempt.AttemptId;

/** Where the module that holds exams brings what went wrong in them, once their keys are secret no longer. */
@Service
public class ExamMistakes {

    private final PracticeRecords records;

    ExamMistakes(PracticeRecords records) {
        this.records = records;
    }

    /**
     * Puts what the candidate answered wrong into their mistake book, and takes out what a correction made right; told
     * again, it changes nothing.
     */
    public void takeUp(AttemptId attempt) {
        records.keepMistakes(attempt);
    }
}
