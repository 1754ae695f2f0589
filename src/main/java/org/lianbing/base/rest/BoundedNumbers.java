package org.lianbing.base.rest;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Numbers that are sent to us. {@code 1e999999999} takes eleven characters and as many gigabytes once it is written out
 * or added to; nothing here needs more places before or behind the point than this.
 */
@JacksonComponent
public final class BoundedNumbers extends StdScalarDeserializer<BigDecimal> {

    private static final int MOST_PLACES = 100;

    public BoundedNumbers() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        BigDecimal number = BigDecimalDeserializer.instance.deserialize(parser, context);
        if (number != null && (Math.abs((long) number.scale()) > MOST_PLACES || number.precision() > MOST_PLACES)) {
            return (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, number.scale(), "too many places");
        }
        return number;
    }
}
