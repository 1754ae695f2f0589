package org.lianbing.exam.marking.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.WorkFileId;
import org.lianbing.attempt.rest.WorkAnswers;
import org.lianbing.base.CurrentActor;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.marking.AnswerId;
import org.lianbing.exam.marking.MarkingDesk;

/** Photographs and files of an answer, for whoever has taken it to mark; the address says nothing of whose they are. */
@RestController
@RolesAllowed("JUDGE")
@Tag(name = "marking")
class MarkedWorkController {

    private final MarkingDesk desk;
    private final WorkAnswers answers;
    private final CurrentActor current;

    MarkedWorkController(MarkingDesk desk, WorkAnswers answers, CurrentActor current) {
        this.desk = desk;
        this.answers = answers;
        this.current = current;
    }

    @Operation(summary = "A file of an answer that you have taken or marked; anything but a picture as an attachment")
    @GetMapping("/api/exams/{exam}/marking/answers/{answer}/files/{hash}")
    ResponseEntity<Resource> file(
            @PathVariable String exam,
            @PathVariable String answer,
            @PathVariable String hash,
            @Parameter(hidden = true) @RequestHeader HttpHeaders request) {
        return shown(exam, answer, hash, request);
    }

    /** The same for pages of the signed-in. */
    @GetMapping("/marking-work/{exam}/{answer}/{hash}")
    ResponseEntity<Resource> shown(
            @PathVariable String exam,
            @PathVariable String answer,
            @PathVariable String hash,
            @RequestHeader HttpHeaders request) {
        return answers.of(
                desk.file(current.require(), ExamId.of(exam), AnswerId.of(answer), WorkFileId.of(hash)), request);
    }
}
