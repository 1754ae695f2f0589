package org.lianbing.base;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PaceTest {

    private final AtomicLong now = new AtomicLong();
    private final Pace pace = new Pace(now::get);

    @Test
    void thirtySecondsAreGrantedAndOneMoreForTenKilobytes() throws IOException {
        read(30_000, 1);
        read(1_000, 10 * 1024);
        assertThatThrownBy(() -> read(100, 1)).hasMessage("base.too-slow");
    }

    @Test
    void onlyWaitingCounts() throws IOException {
        read(20_000, 1);
        now.addAndGet(600_000);
        read(10_000, 1);
    }

    @Test
    void theEndIsNeverLate() throws IOException {
        assertThat(read(100_000, -1)).isEqualTo(-1);
    }

    private int read(long millis, int bytes) throws IOException {
        return pace.read(() -> {
            now.addAndGet(millis);
            return bytes;
        });
    }
}
