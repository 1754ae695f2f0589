package org.lianbing.exam;

import java.util.List;

import org.lianbing.base.Problem;

/**
 * Whether an exam has to be sat in Safe Exam Browser, and by which keys it is known. Where there are keys of both kinds a
 * request has to prove one of each.
 *
 * @param ownConfig whether our own configuration is good, which candidates get from the door of the exam
 * @param configKeys Config Keys of other configurations that are good, too
 * @param examKeys Browser Exam Keys of the versions that are good; empty for any version
 */
public record SafeBrowser(boolean ownConfig, List<SebKey> configKeys, List<SebKey> examKeys) {

    /** Any browser. */
    public static final SafeBrowser ANY = new SafeBrowser(false, List.of(), List.of());

    /** How many keys of each kind. */
    public static final int MOST_KEYS = 50;

    public SafeBrowser {
        configKeys = List.copyOf(configKeys);
        examKeys = List.copyOf(examKeys);
        if (configKeys.size() > MOST_KEYS || examKeys.size() > MOST_KEYS) {
            throw Problem.invalid("exam.seb-keys", MOST_KEYS);
        }
    }

    /** Whether another browser will not do. */
    public boolean isRequired() {
        return asksForConfig() || !examKeys.isEmpty();
    }

    /** Whether the configuration is looked at. */
    public boolean asksForConfig() {
        return ownConfig || !configKeys.isEmpty();
    }
}
