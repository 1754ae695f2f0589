package org.lianbing.base.ui;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DecimalFieldTest {

    private final DecimalField field = new DecimalField();

    @Test
    void itReadsWhatAPersonTypes() {
        field.setValue(" ２.50 ");
        assertThat(field.number()).contains(new BigDecimal("2.50"));
        field.show(new BigDecimal("1e3"));
        assertThat(field.getValue()).isEqualTo("1000");
        field.show(null);
        assertThat(field.number()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "1234567890123456", "两分", "1,5"})
    void itReadsNothingElse(String typed) {
        field.setValue(typed);
        assertThat(field.number()).isEmpty();
    }
}
