package org.lianbing.base.start;

import java.time.Clock;
import java.util.Optional;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import org.lianbing.base.Sql;

/**
 * A demonstration, whose accounts and passwords everybody knows, and a production site never share a database. It is
 * decided at the first start and looked at at each one after it.
 */
@Component
@Profile("!test")
class SitePurpose {

    private static final String DEMO = "DEMO";
    private static final String PRODUCTION = "PRODUCTION";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String wanted;

    SitePurpose(JdbcClient jdbc, Clock clock, Environment environment) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wanted = environment.acceptsProfiles(Profiles.of("demo")) ? DEMO : PRODUCTION;
        Optional<String> kept = kept();
        if (kept.isPresent() && !kept.get().equals(wanted)) {
            throw new StartRefused(wanted.equals(DEMO) ? "production-data" : "demo-data");
        }
        if (kept.isEmpty() && wanted.equals(PRODUCTION)) {
            requireAdministrator(environment);
        }
        if (wanted.equals(DEMO)) {
            keep();
        }
    }

    /** Only a start that came to its end has made the first administrator. */
    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        keep();
    }

    private static void requireAdministrator(Environment environment) {
        if (!StringUtils.hasText(environment.getProperty("lianbing.admin.username"))
                || !StringUtils.hasText(environment.getProperty("lianbing.admin.password"))) {
            throw new StartRefused("no-administrator");
        }
    }

    private Optional<String> kept() {
        return jdbc.sql("select purpose from site.purpose").query(String.class).optional();
    }

    private void keep() {
        jdbc.sql("insert into site.purpose (purpose, made_at) values (:purpose, :at) on conflict do nothing")
                .param("purpose", wanted)
                .param("at", Sql.at(clock.instant()))
                .update();
    }
}
