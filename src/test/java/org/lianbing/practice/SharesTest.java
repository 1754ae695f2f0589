package org.lianbing.practice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.base.TradeId;

import static org.assertj.core.api.Assertions.assertThat;

class SharesTest {

    /** Numbers separated by blanks: weights, sizes and the shares expected, a column a part. */
    @ParameterizedTest(name = "{0} over {1} of {2}: {3}")
    @CsvSource({
        "10, 80 20,    100 100,  8 2",
        "10, 75 25,    100 100,  8 2",
        "10, 70 15 15, 99 99 99, 7 2 1",
        "10, 100,      6,        6",
        "10, 80 20,    3 100,    3 7",
        "10, 80 20,    100 1,    9 1",
        "10, 80 20,    4 3,      4 3",
        "10, 100 0,    4 100,    4 6",
        "9,  1 1 1,    50 50 50, 3 3 3",
        "1,  60 40,    50 50,    1 0",
        "10, 0 0,      50 50,    5 5",
        "10, 80 20,    0 50,     0 10",
    })
    void weightsDivideAndNobodyGivesMoreThanTheyHave(int count, String weights, String sizes, String expected) {
        List<Integer> numbers = numbers(sizes);
        List<TradeId> parts = numbers.stream().map(size -> TradeId.next()).toList();
        Map<TradeId, BigDecimal> weight = new LinkedHashMap<>();
        Map<TradeId, Integer> size = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            weight.put(parts.get(i), BigDecimal.valueOf(numbers(weights).get(i)));
            size.put(parts.get(i), numbers.get(i));
        }

        Map<TradeId, Integer> shares = Shares.of(count, weight, size);

        assertThat(new ArrayList<>(shares.values())).isEqualTo(numbers(expected));
    }

    private static List<Integer> numbers(String text) {
        return List.of(text.strip().split(" +")).stream().map(Integer::valueOf).toList();
    }
}
