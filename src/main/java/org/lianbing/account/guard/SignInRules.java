package org.lianbing.account.guard;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.lianbing.base.Problem;

/** What user names and passwords may look like. */
public final class SignInRules {

    private static final Pattern USERNAME = Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}._@-]{2,40}");
    private static final int SHORTEST_PASSWORD = 8;
    /** bcrypt takes no more bytes than these into account. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private SignInRules() {}

    /** The one spelling under which a user name is kept and looked up. */
    public static String normal(String username) {
        return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Checks a new user name, already in its one spelling. */
    public static void checkUsername(String username) {
        if (!USERNAME.matcher(username).matches()) {
            throw Problem.invalid("account.username-form");
        }
    }

    /** Checks a new password. */
    public static void checkPassword(String username, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw Problem.invalid("account.password-short", SHORTEST_PASSWORD);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw Problem.invalid("account.password-long", LONGEST_PASSWORD_BYTES);
        }
        if (normal(password).equals(username)) {
            throw Problem.invalid("account.password-is-username");
        }
    }
}
