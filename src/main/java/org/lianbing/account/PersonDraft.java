package org.lianbing.account;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/**
 * What is filled in for a new person. Blank texts count as not given.
 *
 * @param name 1 to 40 characters
 * @param staffNumber 工号, at most 32 characters, or null
 * @param phone a mobile number of 11 digits, or null
 * @param unit where they belong
 * @param trade what they work as, or null
 * @param level the level they hold, or null
 */
public record PersonDraft(
        String name,
        @Nullable String staffNumber,
        @Nullable String phone,
        UnitId unit,
        @Nullable TradeId trade,
        @Nullable Level level) {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_STAFF_NUMBER = 32;
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    public PersonDraft {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("account.name-length", LONGEST_NAME);
        }
        staffNumber = given(staffNumber);
        if (staffNumber != null && staffNumber.length() > LONGEST_STAFF_NUMBER) {
            throw Problem.invalid("account.staff-number-length", LONGEST_STAFF_NUMBER);
        }
        phone = given(phone == null ? null : phone.replaceAll("[\\s-]", ""));
        if (phone != null && !MOBILE.matcher(phone).matches()) {
            throw Problem.invalid("account.phone");
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
