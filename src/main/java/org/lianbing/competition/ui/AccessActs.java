package org.lianbing.competition.ui;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.competition.Competition;
import org.lianbing.competition.ContestAccess;
import org.lianbing.exam.AccessRules;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.SebKey;

/** What an organizer asks and decides about who may come in to one competition. */
record AccessActs(Competition competition, ContestAccess access, String baseUrl, Actor actor, Clock clock) {

    ExamId exam() {
        return Objects.requireNonNull(competition.stage()).exam();
    }

    AccessRules rules() {
        return access.rules(actor, competition.id());
    }

    void change(AccessRules rules) {
        access.change(actor, competition.id(), rules);
    }

    SebKey ownConfigKey(String site) {
        return access.ownConfigKey(actor, competition.id(), site);
    }

    List<ContestAccess.Refused> refused() {
        return access.refused(actor, competition.id());
    }

    void letIn(PersonId person) {
        access.letIn(actor, competition.id(), person, clock.instant());
    }

    void takeBack(PersonId person) {
        access.takeBack(actor, competition.id(), person);
    }
}
