package org.lianbing.base.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/** The page around all views: the theme, light and dark by the system's choice. */
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("lianbing/tokens.css")
@StyleSheet("lianbing/theme.css")
@StyleSheet("lianbing/frame.css")
@StyleSheet("lianbing/components.css")
@StyleSheet("lianbing/account.css")
@StyleSheet("lianbing/bank.css")
@StyleSheet("lianbing/review.css")
@StyleSheet("lianbing/coverage.css")
@StyleSheet("lianbing/duplicates.css")
@StyleSheet("lianbing/search.css")
@StyleSheet("lianbing/practice.css")
@StyleSheet("lianbing/course.css")
@StyleSheet("lianbing/contest.css")
@StyleSheet("lianbing/home.css")
@StyleSheet("lianbing/notice.css")
@StyleSheet("lianbing/call.css")
@StyleSheet("lianbing/marking.css")
@ColorScheme(ColorScheme.Value.SYSTEM)
public class Shell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
        settings.addMetaTag("format-detection", "telephone=no");
        settings.addFavIcon("icon", "/lianbing/mark.svg", "any");
    }
}
