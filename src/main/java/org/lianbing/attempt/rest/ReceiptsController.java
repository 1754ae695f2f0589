package org.lianbing.attempt.rest;

import java.time.Clock;
import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.Receipts;

/** Receipts for everybody who holds one, without sign-in. */
@RestController
@PermitAll
@Tag(name = "receipts", description = "Whether a receipt agrees with what is stored, without sign-in")
class ReceiptsController {

    @Schema(name = "ReceiptCheck")
    record Answer(
            boolean agrees,

            @Schema(description = "Since when the number stands; null where it disagrees") @Nullable
            Instant since,

            Instant serverTime) {}

    private final Receipts receipts;
    private final ReceiptThrottle throttle;
    private final Clock clock;

    ReceiptsController(Receipts receipts, ReceiptThrottle throttle, Clock clock) {
        this.receipts = receipts;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** The chain is computed anew each time; a 404 where no receipt has this number. */
    @GetMapping("/api/receipts/{number}")
    @Operation(summary = "Recompute the chain over the stored steps and compare it with the number on a receipt")
    ResponseEntity<Answer> check(
            @PathVariable String number,
            @Parameter(description = "Which attempt, as it stands in the link on the receipt")
                    @RequestParam(required = false)
                    @Nullable
                    String of,
            HttpServletRequest request) {
        throttle.count(request.getRemoteAddr());
        Receipts.Check check = receipts.check(number, of == null ? null : AttemptId.of(of));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answer(check.agrees(), check.since(), clock.instant()));
    }
}
