package org.lianbing.exam.seb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

import org.lianbing.exam.Approach;
import org.lianbing.exam.SebKey;

/**
 * Whether a request proves that it comes from Safe Exam Browser with one of these keys: SHA-256 of address and key. The
 * address is that of the request, or that of the sitting page where the browser tells the page alone.
 */
public final class SebCheck {

    private static final String PAGES = "/sitting/";

    private SebCheck() {}

    /** Whether one of these Config Keys is proven. */
    public static boolean hasConfig(Approach approach, Collection<SebKey> keys) {
        Approach.Proof request = approach.request();
        Approach.Proof page = approach.page();
        return proves(request.url(), request.configHash(), keys)
                || isOurs(approach) && proves(page.url(), page.configHash(), keys);
    }

    /** Whether one of these Browser Exam Keys is proven. */
    public static boolean hasExamKey(Approach approach, Collection<SebKey> keys) {
        Approach.Proof request = approach.request();
        Approach.Proof page = approach.page();
        return proves(request.url(), request.examHash(), keys)
                || isOurs(approach) && proves(page.url(), page.examHash(), keys);
    }

    private static boolean isOurs(Approach approach) {
        String url = approach.page().url();
        return url != null && url.startsWith(approach.site() + PAGES) && url.indexOf('#') < 0;
    }

    private static boolean proves(@Nullable String url, @Nullable String hash, Collection<SebKey> keys) {
        if (url == null || hash == null) {
            return false;
        }
        byte[] told = hash.getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (SebKey key : keys) {
            byte[] expected = ConfigKey.sha256(url + key.hex()).getBytes(StandardCharsets.US_ASCII);
            found |= MessageDigest.isEqual(expected, told);
        }
        return found;
    }
}
