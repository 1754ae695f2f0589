package org.lianbing.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.guard.Openers;
import org.lianbing.account.guard.SignInThrottle;
import org.lianbing.account.store.OpenerRows;
import org.lianbing.account.store.PersonRows;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.Role;
import org.lianbing.organization.Units;

/**
 * One-time cards with which a person chooses a user name and a password of their own, the first time or after they
 * forgot them. A new card makes the older ones worthless.
 */
@Service
public class ActivationCards {

    /** How long a card is good. */
    public static final Duration GOOD_FOR = Duration.ofDays(14);

    private static final int LETTERS = 16;
    private static final int GROUP = 4;

    /**
     * A card just made; its code is not kept anywhere.
     *
     * @param code four groups of four letters
     * @param name whose card it is
     * @param expiresAt until when it is good
     */
    public record Card(String code, String name, Instant expiresAt) {}

    /**
     * What the holder of a card is shown before they use it.
     *
     * @param name masked, so that a card found on the floor tells little
     * @param unitName where the person belongs
     * @param username what they signed in with so far, or null
     */
    public record Holder(
            String name, String unitName, @Nullable String username) {}

    private final OpenerRows rows;
    private final PersonRows people;
    private final Reach reach;
    private final Accounts accounts;
    private final SignIns signIns;
    private final SignInThrottle throttle;
    private final Units units;
    private final AuditLog audit;
    private final Clock clock;

    ActivationCards(
            OpenerRows rows,
            PersonRows people,
            Reach reach,
            Accounts accounts,
            SignIns signIns,
            SignInThrottle throttle,
            Units units,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.reach = reach;
        this.accounts = accounts;
        this.signIns = signIns;
        this.throttle = throttle;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new card for a person; older ones are void from now on. */
    @Transactional
    public Card issue(Actor actor, PersonId person) {
        actor.require(Role.ADMIN);
        PersonRows.Row row = reach.account(actor, person);
        if (!row.active()) {
            throw Problem.conflict("account.card-for-switched-off", row.name());
        }
        Instant now = clock.instant();
        String code = Openers.typeable(LETTERS);
        Card card = new Card(grouped(code), row.name(), now.plus(GOOD_FOR));
        rows.voidCards(person, now);
        rows.addCard(Openers.hash(code), new OpenerRows.Card(person, card.expiresAt()), actor.person(), now);
        audit.record(actor, "account.card-issued", "person", person.value(), row.name());
        return card;
    }

    /**
     * Whose card it is.
     *
     * @throws Problem not found: used, void, expired or never made, which we do not tell apart; or throttled
     */
    public Holder look(String code, Doorway doorway) {
        SignInThrottle.Try attempt = throttle.card(doorway.address());
        PersonRows.Row row = rows.unusedCard(Openers.hash(bare(code)))
                .filter(card -> card.expiresAt().isAfter(clock.instant()))
                .flatMap(card -> people.find(List.of(card.person())).stream().findFirst())
                .filter(PersonRows.Row::active)
                .orElseThrow(ActivationCards::worthless);
        attempt.succeeded();
        String name = new PersonName(row.id(), row.name(), row.unit()).masked();
        return new Holder(name, units.get(row.unit()).name(), row.username());
    }

    /** Uses the card up, and signs the person in under what they chose. A choice that is refused leaves it unused. */
    @Transactional
    public PersonId activate(String code, String username, String password, Doorway doorway) {
        look(code, doorway);
        OpenerRows.Card card =
                rows.useCard(Openers.hash(bare(code)), clock.instant()).orElseThrow(ActivationCards::worthless);
        accounts.setSignIn(card.person(), username, password);
        signIns.noteDevice(card.person(), doorway);
        audit.record("account.activated", "person", card.person().value(), username);
        return card.person();
    }

    private static Problem worthless() {
        return Problem.notFound("account.card-worthless");
    }

    /** People type small letters, spaces and dashes. */
    private static String bare(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String grouped(String code) {
        return String.join("-", code.split("(?<=\\G.{" + GROUP + "})"));
    }
}
