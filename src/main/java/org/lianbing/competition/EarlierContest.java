package org.lianbing.competition;

import java.time.Instant;

/**
 * A contest that has a paper, as one to keep apart from.
 *
 * @param id which
 * @param name its name
 * @param opensAt when it begins or began
 */
public record EarlierContest(CompetitionId id, String name, Instant opensAt) {

    static EarlierContest of(Competition competition) {
        return new EarlierContest(
                competition.id(),
                competition.draft().name(),
                competition.draft().window().opensAt());
    }
}
