package org.lianbing.practice;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.base.Level;

import static org.assertj.core.api.Assertions.assertThat;

class SuggestedLevelTest {

    @ParameterizedTest(name = "who is {0} prepares for {2} where there are {1}")
    @CsvSource({
        "INTERMEDIATE, INTERMEDIATE SENIOR, SENIOR",
        "JUNIOR,       INTERMEDIATE SENIOR, INTERMEDIATE",
        "SENIOR,       INTERMEDIATE SENIOR, SENIOR",
        "TECHNICIAN,   INTERMEDIATE SENIOR, SENIOR",
        ",             INTERMEDIATE SENIOR, INTERMEDIATE",
        "SENIOR,       '',                  ",
    })
    void oneLevelUpWhereThereIsOne(@Nullable Level own, String offered, @Nullable Level expected) {
        List<Level> levels = Stream.of(offered.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Level::valueOf)
                .toList();
        assertThat(Practice.suggested(own, levels)).isEqualTo(expected);
    }
}
