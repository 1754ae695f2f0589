package org.lianbing.home.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.account.Accounts;
import org.lianbing.account.Beginnings;
import org.lianbing.account.FirstAdministrator;
import org.lianbing.bank.BankFolder;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.UnitId;
import org.lianbing.organization.UnitKind;

/**
 * Makes the demo city on an empty database, after the question bank was loaded: all of it or nothing, in one
 * transaction, so that a start that was cut off begins anew.
 */
@Component
@Profile("demo")
@Order(BankFolder.ORDER + 1)
class DemoCity implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoCity.class);

    private final Beginnings beginnings;
    private final Accounts accounts;
    private final DemoUnits units;
    private final DemoPeople people;
    private final DemoContests contests;
    private final DemoStudio studio;
    private final Clock clock;

    DemoCity(
            Beginnings beginnings,
            Accounts accounts,
            DemoUnits units,
            DemoPeople people,
            DemoContests contests,
            DemoStudio studio,
            Clock clock) {
        this.beginnings = beginnings;
        this.accounts = accounts;
        this.units = units;
        this.people = people;
        this.contests = contests;
        this.studio = studio;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!beginnings.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        PersonId first =
                beginnings.makeDemo(new FirstAdministrator("江城市", UnitKind.CITY, "何静", "admin", DemoPeople.PASSWORD));
        Actor admin = acting(first);
        Map<String, UnitId> made = units.make(admin, admin.unit());
        Map<String, PersonId> persons = people.make(admin, made);
        contests.make(acting(persons, "organizer"), admin.unit(), now);
        Actor host = acting(persons, "host");
        studio.make(acting(persons, "staff"), host, acting(persons, "worker1"), host.unit());
        log.info("Made the demo city: {} units, {} people", made.size(), persons.size() + 1);
    }

    private Actor acting(Map<String, PersonId> persons, String username) {
        PersonId person = persons.get(username);
        if (person == null) {
            throw new IllegalArgumentException("no person " + username);
        }
        return acting(person);
    }

    private Actor acting(PersonId person) {
        return accounts.actor(person).orElseThrow();
    }
}
