package org.lianbing.attempt.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.Candidate;
import org.lianbing.attempt.SlotReports;
import org.lianbing.bank.call.ReportId;
import org.lianbing.bank.call.ReportReason;
import org.lianbing.base.Problem;

/** Says that something is wrong with an item of a practice attempt, once its feedback was given. */
@RestController
@RolesAllowed(AttemptTokenAuthentication.ROLE)
@Tag(name = "attempts")
class ReportsController {

    private final SlotReports reports;

    ReportsController(SlotReports reports) {
        this.reports = reports;
    }

    /**
     * @param reason wrong-key, unclear, outdated, picture-missing or other
     * @param words up to 500 characters; may be left out unless the reason is other
     */
    record ReportBody(@Nullable String reason, @Nullable String words) {}

    record ReportAnswer(String reportId) {}

    @PostMapping("/api/attempts/{attemptId}/slots/{slot}/reports")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Report an error in an item; practice only, after its feedback")
    ReportAnswer report(
            @PathVariable String attemptId,
            @PathVariable int slot,
            @AuthenticationPrincipal Candidate candidate,
            @RequestBody ReportBody body) {
        Candidate own = AttemptController.own(candidate, attemptId);
        String reason = body.reason() == null ? "" : body.reason();
        ReportId id = reports.report(
                own.person(),
                own.attempt(),
                slot,
                ReportReason.find(reason)
                        .orElseThrow(
                                () -> Problem.invalid("call.reason", reason).with("field", "reason")),
                body.words() == null ? "" : body.words());
        return new ReportAnswer(id.toString());
    }
}
