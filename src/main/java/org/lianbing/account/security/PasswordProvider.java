package org.lianbing.account.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import org.lianbing.account.Doorway;
import org.lianbing.account.SignIns;
import org.lianbing.base.Problem;

/** Lets the sign-in form ask {@link SignIns}. */
@Component
public class PasswordProvider implements AuthenticationProvider {

    private final SignIns signIns;

    PasswordProvider(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Object details = asked.getDetails();
        Doorway doorway = details instanceof Doorway known ? known : new Doorway("", null);
        try {
            return new PersonAuthentication(signIns.signIn(asked.getName(), text(asked.getCredentials()), doorway));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.THROTTLED) {
                throw new LockedException(problem.code(), problem);
            }
            throw new BadCredentialsException(problem.code(), problem);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String text(@Nullable Object credentials) {
        return credentials == null ? "" : credentials.toString();
    }
}
