package org.lianbing.base.ui;

import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;

import org.lianbing.base.Texts;

/** The language a person chose, kept in a cookie; else the browser's; else Chinese. */
public final class Language {

    private static final String COOKIE = "lianbing-language";
    private static final int A_YEAR = 365 * 24 * 3600;

    private Language() {}

    /** The language for a request. */
    public static Locale of(VaadinRequest request) {
        return chosen(request).orElseGet(() -> {
            Locale asked = request.getLocale();
            return asked == null ? Texts.LANGUAGES.getFirst() : Texts.nearest(asked);
        });
    }

    /** Keeps a choice and shows the page again in it. */
    public static void choose(Locale language) {
        Cookie cookie = new Cookie(COOKIE, language.getLanguage());
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setAttribute("SameSite", "Lax");
        VaadinService.getCurrentResponse().addCookie(cookie);
        UI ui = UI.getCurrent();
        ui.getSession().setLocale(language);
        ui.getPage().reload();
    }

    /** The language one would switch to. */
    public static Locale other(Locale current) {
        return current.getLanguage().equals("en") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private static Optional<Locale> chosen(VaadinRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (COOKIE.equals(cookie.getName())) {
                return Optional.of(Texts.nearest(Locale.forLanguageTag(cookie.getValue())));
            }
        }
        return Optional.empty();
    }
}
