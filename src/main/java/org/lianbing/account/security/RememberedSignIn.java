package org.lianbing.account.security;

import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import org.lianbing.account.SignIns;
import org.lianbing.account.SignedIn;
import org.lianbing.account.guard.Openers;

/**
 * Keeps a device signed in by a cookie with a random text of which the database holds the hash. The text does not
 * change while it is good: a page asks for several things at once, and whichever came second with an old text would
 * look like a thief.
 */
@Component
public class RememberedSignIn implements RememberMeServices, LogoutHandler {

    /** The parameter of the sign-in form. */
    public static final String PARAMETER = "remember-me";

    private static final String COOKIE = "lianbing-remember";

    private final SignIns signIns;
    /** Only proves to the provider that the token below was made by this class, in this process. */
    private final String key = Openers.random();

    RememberedSignIn(SignIns signIns) {
        this.signIns = signIns;
    }

    public String key() {
        return key;
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        Optional<SignedIn> signedIn = signIns.remembered(cookie.getValue());
        if (signedIn.isEmpty()) {
            setCookie(request, response, "", 0);
            return null;
        }
        return new RememberMeAuthenticationToken(
                key,
                signedIn.get(),
                PersonAuthentication.authorities(signedIn.get().actor()));
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        // A wrong password says nothing about what was remembered before.
    }

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (request.getParameter(PARAMETER) != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            remember(request, response, signedIn);
        }
    }

    /** Keeps this device signed in. */
    public void remember(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        setCookie(request, response, signIns.remember(signedIn), (int) SignIns.REMEMBERED.toSeconds());
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            signIns.forget(cookie.getValue());
            setCookie(request, response, "", 0);
        }
    }

    private static void setCookie(HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
