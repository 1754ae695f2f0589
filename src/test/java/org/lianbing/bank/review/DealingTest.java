package org.lianbing.bank.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.lianbing.bank.ItemId;
import org.lianbing.base.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

class DealingTest {

    private final PersonId anna = PersonId.next();
    private final PersonId bo = PersonId.next();
    private final PersonId cui = PersonId.next();

    @Test
    void everybodyGetsNearlyTheSame() {
        Dealing.Hands hands = Dealing.deal(written(10, null), List.of(anna, bo, cui), (reviewer, item) -> true);
        assertThat(hands.hands().values()).extracting(List::size).containsExactlyInAnyOrder(4, 3, 3);
        assertThat(hands.left()).isEmpty();
    }

    @Test
    void nobodyGetsWhatTheyWroteAndItStaysEven() {
        List<Dealable> items = new ArrayList<>(written(4, null));
        items.addAll(written(4, anna));
        Dealing.Hands hands = Dealing.deal(items, List.of(anna, bo), (reviewer, item) -> true);
        assertThat(hands.hands().get(bo)).hasSize(4);
        assertThat(hands.hands().get(anna)).hasSize(4);
        assertThat(hands.hands().get(anna))
                .doesNotContainAnyElementsOf(
                        items.subList(4, 8).stream().map(Dealable::item).toList());
    }

    @Test
    void whatOnlyItsAuthorCouldGetIsLeft() {
        List<Dealable> items = written(2, anna);
        Dealing.Hands hands = Dealing.deal(items, List.of(anna), (reviewer, item) -> true);
        assertThat(hands.hands()).isEmpty();
        assertThat(hands.left())
                .containsExactlyElementsOf(items.stream().map(Dealable::item).toList());
    }

    @Test
    void whatAReviewerMayNotSeeGoesToAnother() {
        Dealing.Hands hands =
                Dealing.deal(written(4, null), List.of(anna, bo), (reviewer, item) -> reviewer.equals(bo));
        assertThat(hands.hands()).containsOnlyKeys(bo);
        assertThat(hands.hands().get(bo)).hasSize(4);
    }

    @Test
    void theSameSeedDrawsTheSameSample() {
        List<Integer> batch = IntStream.range(0, 100).boxed().toList();
        assertThat(SampleDraw.draw(batch, 10, 7)).hasSize(10).isEqualTo(SampleDraw.draw(batch, 10, 7));
        assertThat(SampleDraw.draw(batch, 10, 8)).isNotEqualTo(SampleDraw.draw(batch, 10, 7));
        assertThat(SampleDraw.draw(batch.subList(0, 3), 1, 7)).hasSize(1);
        assertThat(SampleDraw.draw(batch.subList(0, 3), 34, 7)).hasSize(2);
        assertThat(SampleDraw.draw(batch, 100, 7)).hasSize(100);
    }

    private static List<Dealable> written(int count, @Nullable PersonId author) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Dealable(ItemId.next(), "code-" + number, author))
                .toList();
    }
}
