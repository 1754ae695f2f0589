package org.lianbing.base;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ActorTest {

    private final TradeId electrician = TradeId.next();
    private final TradeId welder = TradeId.next();
    private final UnitId county = UnitId.next();
    private final UnitId enterprise = UnitId.next();

    @Test
    void aTradeOfOneGrantAndAUnitOfAnotherAreNoRight() {
        Actor reviewer = new Actor(
                PersonId.next(),
                "",
                enterprise,
                List.of(
                        new Grant(Role.REVIEWER, county, Set.of(electrician)),
                        new Grant(Role.REVIEWER, enterprise, Set.of(welder)),
                        new Grant(Role.ORGANIZER, enterprise, Set.of())));

        assertThat(reviewer.unitsFor(Role.REVIEWER, electrician)).containsExactly(county);
        assertThat(reviewer.unitsFor(Role.REVIEWER, welder)).containsExactly(enterprise);
        assertThat(reviewer.unitsFor(Role.ORGANIZER, welder)).containsExactly(enterprise);
        assertThat(reviewer.unitsFor(Role.JUDGE, welder)).isEmpty();
    }
}
