package org.lianbing.account;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.Level;
import org.lianbing.base.Problem;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;

/**
 * What is filled in for a new person.
 *
 * @param name 1 to 40 characters
 * @param staffNumber 工号, or null
 * @param phone a mobile number, or null
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

    public PersonDraft {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("account.name-length", LONGEST_NAME);
        }
    }
}
