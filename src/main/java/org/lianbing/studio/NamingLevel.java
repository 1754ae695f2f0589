package org.lianbing.studio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who named a studio (命名级别). */
public enum NamingLevel {
    ENTERPRISE,
    COUNTY,
    CITY,
    PROVINCE,
    NATION;

    /** The name in the API, such as {@code city}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads that name. */
    public static Optional<NamingLevel> find(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code().equals(code))
                .findFirst();
    }
}
