package org.lianbing.bank.call;

import java.util.Arrays;
import java.util.Optional;

/** What may be wrong with an item. */
public enum ReportReason {
    WRONG_KEY("wrong-key"),
    UNCLEAR("unclear"),
    OUTDATED("outdated"),
    PICTURE_MISSING("picture-missing"),
    OTHER("other");

    private final String code;

    ReportReason(String code) {
        this.code = code;
    }

    /** The name in the API and in translations. */
    public String code() {
        return code;
    }

    /** The reason of that name. */
    public static Optional<ReportReason> find(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }
}
