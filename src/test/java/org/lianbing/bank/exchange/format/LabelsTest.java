package org.lianbing.bank.exchange.format;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LabelsTest {

    /** An import that an earlier version read can still be taken over. */
    @Test
    void labelsKeptByAnEarlierVersionAreRead() {
        Labels kept = JsonMapper.shared().readValue("""
                {"id": "a", "path": [], "tags": [], "points": "", "levels": "", "source": "书", "credit": ""}
                """, Labels.class);
        assertThat(kept).isEqualTo(new Labels("a", List.of(), List.of(), "", "", "书", ""));
        assertThat(kept.edition()).isEmpty();
        Labels whole = new Labels("a", List.of("甲"), List.of(), "", "", "书", "人", "许可", "版");
        assertThat(JsonMapper.shared().readValue(JsonMapper.shared().writeValueAsString(whole), Labels.class))
                .isEqualTo(whole);
    }
}
