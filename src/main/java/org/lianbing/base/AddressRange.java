package org.lianbing.base;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Network addresses that begin alike, as {@code 10.20.0.0/16}, {@code fd00:12::/32} or one address alone. IPv4 is not
 * found in IPv6 ranges, nor the other way round; an IPv4 address written as IPv6 ({@code ::ffff:10.0.0.1}) is IPv4.
 */
public final class AddressRange {

    private static final int LONGEST = 50;
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*(/\\d{1,3})?");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;，；、]+");

    private final String text;
    private final IpAddressMatcher matcher;

    private AddressRange(String text) {
        this.text = text;
        this.matcher = new IpAddressMatcher(text);
    }

    /**
     * Reads one.
     *
     * @throws Problem invalid, for anything else; names are not looked up
     */
    public static AddressRange of(String text) {
        String asked = text.strip();
        if (asked.length() > LONGEST
                || !V4.matcher(asked).matches() && !V6.matcher(asked).matches()) {
            throw Problem.invalid("base.address-range", asked);
        }
        try {
            return new AddressRange(asked);
        } catch (IllegalArgumentException wrong) {
            throw Problem.invalid("base.address-range", asked);
        }
    }

    /** Reads several, with blanks, commas or line ends between them. */
    public static List<AddressRange> list(String text) {
        return Arrays.stream(BETWEEN.split(text.strip()))
                .filter(one -> !one.isEmpty())
                .map(AddressRange::of)
                .distinct()
                .toList();
    }

    /** Whether the address, as a connection tells it, is one of these. */
    public boolean contains(String address) {
        int scope = address.indexOf('%');
        String plain = scope < 0 ? address : address.substring(0, scope);
        boolean isAddress = V4.matcher(plain).matches() || V6.matcher(plain).matches();
        return isAddress && isV4(plain) == isV4(text) && matches(plain);
    }

    private static boolean isV4(String address) {
        return address.indexOf('.') >= 0;
    }

    private boolean matches(String plain) {
        try {
            return matcher.matches(plain);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && range.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
