package org.lianbing.exam;

import java.util.List;

import org.lianbing.base.AddressRange;
import org.lianbing.base.Problem;

/**
 * From where and with what an exam may be sat.
 *
 * @param addresses from which network addresses; empty for any
 * @param browser with which browser
 */
public record AccessRules(List<AddressRange> addresses, SafeBrowser browser) {

    /** From anywhere, with any browser. */
    public static final AccessRules NONE = new AccessRules(List.of(), SafeBrowser.ANY);

    /** How many ranges. */
    public static final int MOST_RANGES = 200;

    /** What a candidate does not keep to. */
    public enum Reason {
        ADDRESS,
        BROWSER
    }

    public AccessRules {
        addresses = List.copyOf(addresses);
        if (addresses.size() > MOST_RANGES) {
            throw Problem.invalid("exam.address-ranges", MOST_RANGES);
        }
    }

    /**
     * As they are kept: address ranges and keys as they are written.
     *
     * @throws Problem invalid, where one of them is none
     */
    public static AccessRules of(
            List<String> addresses, boolean ownConfig, List<String> configKeys, List<String> examKeys) {
        return new AccessRules(
                addresses.stream().map(AddressRange::of).toList(),
                new SafeBrowser(
                        ownConfig,
                        configKeys.stream().map(SebKey::new).toList(),
                        examKeys.stream().map(SebKey::new).toList()));
    }

    /** Whether nothing is asked. */
    public boolean isEmpty() {
        return addresses.isEmpty() && !browser.isRequired();
    }

    /** Whether one may come from this address. */
    public boolean admits(String address) {
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(address));
    }
}
