package org.lianbing.attempt.work;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Nobody holds the turns of all. */
class ReceptionsTest {

    private final Receptions receptions = new Receptions(5);

    @Test
    void onePersonHoldsTwoAndNoMore() {
        PersonId greedy = PersonId.next();
        Receptions.Turn first = receptions.begin(greedy);
        Receptions.Turn second = receptions.begin(greedy);
        for (int n = 0; n < 10; n++) {
            assertThatThrownBy(() -> receptions.begin(greedy))
                    .hasMessage("attempt.work.two")
                    .extracting(refused -> ((Problem) refused).kind().status())
                    .isEqualTo(429);
        }
        receptions.begin(PersonId.next());
        first.close();
        receptions.begin(greedy).close();
        second.close();
    }

    @Test
    void whenAllAreTakenWhoIsRefusedHoldsNothing() {
        List<Receptions.Turn> all = IntStream.range(0, 5)
                .mapToObj(n -> receptions.begin(PersonId.next()))
                .toList();
        PersonId late = PersonId.next();
        for (int n = 0; n < 3; n++) {
            assertThatThrownBy(() -> receptions.begin(late)).hasMessage("attempt.work.busy");
        }
        all.forEach(Receptions.Turn::close);
        receptions.begin(late);
        receptions.begin(late);
    }
}
