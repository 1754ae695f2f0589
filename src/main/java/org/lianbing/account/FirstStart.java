package org.lianbing.account;

import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.lianbing.organization.UnitKind;

/**
 * Makes the first administrator of a fresh production database from {@code LIANBING_ADMIN_USERNAME} and
 * {@code LIANBING_ADMIN_PASSWORD}; {@code LIANBING_UNIT} names the unit at the top. The demonstration makes its own.
 */
@Component
@Profile("!demo")
@Order(0)
class FirstStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final Beginnings beginnings;
    private final MessageSource texts;
    private final String username;
    private final String password;
    private final String unit;

    FirstStart(
            Beginnings beginnings,
            MessageSource texts,
            @Value("${lianbing.admin.username:}") String username,
            @Value("${lianbing.admin.password:}") String password,
            @Value("${lianbing.unit:}") String unit) {
        this.beginnings = beginnings;
        this.texts = texts;
        this.username = username;
        this.password = password;
        this.unit = unit;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (username.isBlank() || password.isBlank() || !beginnings.isEmpty()) {
            return;
        }
        beginnings.make(new FirstAdministrator(
                unit.isBlank() ? text("account.first-unit") : unit,
                UnitKind.CITY,
                text("account.first-administrator"),
                username,
                password));
        log.info("Made the first administrator {}", username);
    }

    private String text(String key) {
        return texts.getMessage(key, new Object[0], Locale.SIMPLIFIED_CHINESE);
    }
}
