package org.lianbing.account.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.account.Doorway;
import org.lianbing.account.PersonTokens;
import org.lianbing.account.SignIns;
import org.lianbing.account.SignedIn;
import org.lianbing.base.Actor;

/** Where a program exchanges a user name and a password for a token. */
@RestController
@RequestMapping("/api/tokens")
@Tag(name = "sign-in")
class TokensController {

    private static final Duration LIFETIME = Duration.ofHours(12);

    record Credentials(@Nullable String username, @Nullable String password) {}

    @Schema(name = "TokenOwner")
    record PersonAnswer(String id, String name) {}

    record TokenAnswer(String token, Instant expiresAt, PersonAnswer person) {}

    private final SignIns signIns;
    private final PersonTokens tokens;

    TokensController(SignIns signIns, PersonTokens tokens) {
        this.signIns = signIns;
        this.tokens = tokens;
    }

    @PostMapping
    @Operation(summary = "Exchange a user name and a password for a bearer token")
    TokenAnswer issue(@RequestBody Credentials credentials, HttpServletRequest request) {
        SignedIn signedIn = signIns.signIn(
                Objects.requireNonNullElse(credentials.username(), ""),
                Objects.requireNonNullElse(credentials.password(), ""),
                new Doorway(request.getRemoteAddr(), null));
        PersonTokens.Issued issued = tokens.issue(signedIn.person(), LIFETIME);
        Actor actor = signedIn.actor();
        return new TokenAnswer(
                issued.text(),
                issued.expiresAt(),
                new PersonAnswer(actor.person().toString(), actor.name()));
    }
}
