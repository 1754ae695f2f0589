package org.lianbing.practice.ui;

import java.math.BigDecimal;

/** Points as people write them. */
final class Points {

    private Points() {}

    /** Without zeros that say nothing: 92.50 is 92.5. */
    static String plain(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }
}
