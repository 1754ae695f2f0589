package org.lianbing.studio;

import java.util.Locale;

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
}
