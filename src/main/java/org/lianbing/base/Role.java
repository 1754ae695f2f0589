package org.lianbing.base;

/** What a person may do; each role is granted for a unit and, where it matters, for trades. */
public enum Role {
    WORKER,
    TRAINER,
    REVIEWER,
    ORGANIZER,
    JUDGE,
    INVIGILATOR,
    STUDIO_HOST,
    UNION_STAFF,
    ADMIN,
    AUDITOR;

    /** The authority that Spring Security knows this role by. */
    public String authority() {
        return "ROLE_" + name();
    }
}
