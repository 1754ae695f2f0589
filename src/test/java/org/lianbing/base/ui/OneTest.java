package org.lianbing.base.ui;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OneTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 items                        | 1 item
            1 courses                      | 1 course
            Electrician · 1 minutes        | Electrician · 1 minute
            1 people, 2 items              | 1 person, 2 items
            11 items                       | 11 items
            2.1 points                     | 2.1 points
            0 of 1 lessons                 | 0 of 1 lessons
            version 1 stays                | version 1 stays
            """)
    void oneIsSingular(String written, String read) {
        assertThat(One.in(written)).isEqualTo(read);
    }
}
