package org.lianbing.attempt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeviceTest {

    @Test
    void keepsAnOrdinaryName() {
        assertThat(Device.named(null)).isEmpty();
        assertThat(Device.named("车间平板 7")).isEqualTo("车间平板 7");
        assertThat(Device.named("d".repeat(64))).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd", "a\u0000b", "a\nb"})
    void refusesWhatCouldNotBeKeptAndFoundAgain(String name) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Device.named(name));
    }
}
