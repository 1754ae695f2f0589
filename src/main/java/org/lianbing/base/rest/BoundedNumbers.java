package org.lianbing.base.rest;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

import org.lianbing.base.Digits;

/** Numbers that are sent to us, none with more {@linkplain Digits digits} than anybody can write out. */
@JacksonComponent
public final class BoundedNumbers extends StdScalarDeserializer<BigDecimal> {

    public BoundedNumbers() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        BigDecimal number = BigDecimalDeserializer.instance.deserialize(parser, context);
        return number == null || Digits.fit(number, Digits.MOST_SENT)
                ? number
                : (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, number.scale(), "too many places");
    }
}
