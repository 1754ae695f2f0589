package org.lianbing.base.ui;

import com.vaadin.flow.component.icon.SvgIcon;

/** The drawn icons of the application, one sprite with a symbol each. */
public final class Icons {

    private static final String SPRITE = "/lianbing/icons.svg";

    private Icons() {}

    /** The icon of that name in {@code lianbing/icons.svg}; it says nothing by itself, so a word stands beside it. */
    public static SvgIcon of(String symbol) {
        SvgIcon icon = new SvgIcon(SPRITE, symbol);
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
