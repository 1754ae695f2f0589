package org.lianbing.account;

import org.lianbing.base.PersonId;
import org.lianbing.base.UnitId;

/**
 * Who somebody is, in short.
 *
 * @param id who
 * @param name full name
 * @param unit where they belong
 */
public record PersonName(PersonId id, String name, UnitId unit) {

    /** The name as public lists show it: 张*三, 刘*. */
    public String masked() {
        int[] characters = name.codePoints().toArray();
        if (characters.length < 2) {
            return name;
        }
        String first = Character.toString(characters[0]);
        return characters.length == 2
                ? first + "*"
                : first + "*" + Character.toString(characters[characters.length - 1]);
    }
}
