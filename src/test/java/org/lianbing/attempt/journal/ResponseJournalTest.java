package org.lianbing.attempt.journal;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.attempt.store.StepRows;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ResponseJournalTest {

    private static final Instant NOW = Instant.parse("2036-11-20T02:00:00Z");

    @Autowired
    private StepRows rows;

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                                  0
            jdbc:postgresql://database/lianbing, 15
            """)
    void whereOtherServersMayWriteNothingIsDecidedBeforeNobodyThereWaitsForItsCommit(String database, int seconds) {
        ResponseJournal journal = new ResponseJournal(rows, 2, database);

        assertThat(journal.decidedUntil(NOW)).isEqualTo(NOW.minusSeconds(seconds));
    }
}
