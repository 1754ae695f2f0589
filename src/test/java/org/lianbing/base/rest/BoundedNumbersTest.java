package org.lianbing.base.rest;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BoundedNumbersTest {

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(BigDecimal.class, new BoundedNumbers()))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "1E+101", "\"1e999999999\""})
    void whatNobodyCanWriteOutIsRefused(String sent) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> json.readValue(sent, BigDecimal.class));
    }

    @Test
    void allOthersAreRead() {
        assertThat(json.readValue("12.50", BigDecimal.class)).isEqualByComparingTo("12.5");
        assertThat(json.readValue("\"1e3\"", BigDecimal.class)).isEqualByComparingTo("1000");
        assertThat(json.readValue("null", BigDecimal.class)).isNull();
    }
}
