package org.lianbing.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

import org.lianbing.account.guard.Openers;
import org.lianbing.account.guard.SignInRules;
import org.lianbing.account.guard.SignInThrottle;
import org.lianbing.account.guard.Standings;
import org.lianbing.account.store.OpenerRows;
import org.lianbing.account.store.SignInRows;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/** Signing in with a password, and being remembered on a device. */
@Service
public class SignIns {

    /** How long a device is remembered. */
    public static final Duration REMEMBERED = Duration.ofDays(30);

    private static final int LONGEST_PASSWORD_BYTES = 72;
    /** Checking a password costs about 70 ms of a core: only so many at a time, so that answers go on being saved. */
    private static final int CHECKS_AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final SignInRows rows;
    private final OpenerRows openers;
    private final Standings standings;
    private final SignInThrottle throttle;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final Semaphore checking = new Semaphore(CHECKS_AT_ONCE, true);
    /** Compared against when there is no such user name, so that the answer takes as long as a wrong password. */
    private final String nobodysHash;

    SignIns(
            SignInRows rows,
            OpenerRows openers,
            Standings standings,
            SignInThrottle throttle,
            PasswordEncoder encoder,
            Clock clock) {
        this.rows = rows;
        this.openers = openers;
        this.standings = standings;
        this.throttle = throttle;
        this.encoder = encoder;
        this.clock = clock;
        this.nobodysHash = hash(Openers.random());
    }

    /**
     * Signs a person in.
     *
     * @throws Problem sign-in refused, which says nothing about whether the user name exists; or throttled
     */
    public SignedIn signIn(String username, String password, Doorway doorway) {
        String name = SignInRules.normal(username);
        SignInThrottle.Try attempt = count(name, doorway);
        Optional<SignInRows.Row> row = rows.find(name);
        boolean right = check(password, row.map(SignInRows.Row::passwordHash).orElse(nobodysHash));
        SignedIn signedIn = row.filter(found -> right)
                .flatMap(found -> enter(found.person()))
                .orElseThrow(() -> Problem.signIn("sign-in.refused"));
        attempt.succeeded();
        noteDevice(signedIn.person(), doorway);
        return signedIn;
    }

    /** The person as a principal, if they may act now; for whoever has made sure that it is they. */
    public Optional<SignedIn> enter(PersonId person) {
        return standings
                .find(person)
                .filter(Standings.Standing::active)
                .map(standing -> new SignedIn(person, standing.generation(), standings));
    }

    /** A text by which this device will know the person for a while. */
    public String remember(SignedIn signedIn) {
        Instant now = clock.instant();
        String text = Openers.random();
        openers.addRemembered(
                Openers.hash(text),
                new OpenerRows.Opener(signedIn.person(), signedIn.generation(), now.plus(REMEMBERED)),
                now);
        return text;
    }

    /** Whom the device remembers, while that is still good. */
    public Optional<SignedIn> remembered(String text) {
        return openers.remembered(Openers.hash(text))
                .filter(opener -> opener.expiresAt().isAfter(clock.instant()))
                .flatMap(opener ->
                        enter(opener.person()).filter(signedIn -> signedIn.generation() == opener.generation()));
    }

    /** The device shall not remember any more. */
    public void forget(String text) {
        openers.forget(Openers.hash(text));
    }

    /** Notes that the person has used this device. */
    void noteDevice(PersonId person, Doorway doorway) {
        if (doorway.device() != null) {
            rows.rememberDevice(person, Openers.hash(doorway.device()), clock.instant());
        }
    }

    String hash(String password) {
        return java.util.Objects.requireNonNull(encoder.encode(password));
    }

    private SignInThrottle.Try count(String username, Doorway doorway) {
        @Nullable String device = doorway.device();
        return device != null && rows.knowsDevice(username, Openers.hash(device))
                ? throttle.fromKnownDevice(username, device)
                : throttle.fromAnywhere(username, doorway.address());
    }

    private boolean check(String password, String hash) {
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            return false;
        }
        checking.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            checking.release();
        }
    }
}
