package org.lianbing.studio;

import org.jspecify.annotations.Nullable;

import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;

/**
 * A member of a studio.
 *
 * @param person who, or null for somebody who is not in the application
 * @param name 1 to 40 characters
 * @param role what they do there, at most 40 characters, such as 电气自动化
 */
public record StudioMember(@Nullable PersonId person, String name, String role) {

    private static final int LONGEST = 40;

    public StudioMember {
        name = name.strip();
        role = role.strip();
        if (name.isEmpty() || name.length() > LONGEST || role.length() > LONGEST) {
            throw Problem.invalid("studio.member-length", LONGEST);
        }
    }
}
