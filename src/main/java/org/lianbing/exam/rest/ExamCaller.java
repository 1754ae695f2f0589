package org.lianbing.exam.rest;

import java.util.Optional;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.exam.ExamId;

/** Who stands before the door of an exam: somebody signed in, or who came by the admission link of this exam. */
@Component
class ExamCaller {

    private final CurrentActor current;

    ExamCaller(CurrentActor current) {
        this.current = current;
    }

    /**
     * The person.
     *
     * @throws Problem not found, for the link of another exam
     */
    PersonId of(ExamId exam) {
        return admitted(exam).orElseGet(() -> current.require().person());
    }

    /** The person of an admission link; empty where the caller has none. */
    Optional<PersonId> admitted(ExamId exam) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof AdmittedAuthentication link)) {
            return Optional.empty();
        }
        if (!link.getPrincipal().exam().equals(exam)) {
            throw Problem.notFound("base.not-found");
        }
        return Optional.of(link.getPrincipal().person());
    }
}
