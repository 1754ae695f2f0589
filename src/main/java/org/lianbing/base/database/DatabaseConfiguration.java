package org.lianbing.base.database;

import java.nio.file.Path;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Starts the embedded database where no other one is named, and tells pool and migrations how to reach it. */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoServerNamed.class)
class DatabaseConfiguration {

    /** Where its programs are. */
    static final String BINARIES = "${lianbing.database.binaries:${lianbing.data}/postgres/binaries}";

    @Bean
    EmbeddedDatabase embeddedDatabase(
            Optional<DatabaseAhead.Begun> ahead, @Value("${lianbing.data}") Path data, @Value(BINARIES) Path binaries) {
        return ahead.map(DatabaseAhead.Begun::take).orElseGet(() -> EmbeddedDatabase.start(data, binaries));
    }

    @Bean
    DataDisk dataDisk(@Value("${lianbing.data}") Path data) {
        return DataDisk.of(data);
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedDatabase database) {
        return new ApplicationConnection(database);
    }

    @Bean
    FlywayConnectionDetails migrationConnection(EmbeddedDatabase database) {
        return new MigrationConnection(database);
    }

    /** Two types, because Spring looks for the one interface among all beans that implement it. */
    private record ApplicationConnection(EmbeddedDatabase database) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return database.url();
        }

        @Override
        public String getUsername() {
            return database.application().name();
        }

        @Override
        public String getPassword() {
            return database.application().password();
        }
    }

    private record MigrationConnection(EmbeddedDatabase database) implements FlywayConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return database.url();
        }

        @Override
        public String getUsername() {
            return database.owner().name();
        }

        @Override
        public String getPassword() {
            return database.owner().password();
        }
    }

    static final class NoServerNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !isServerNamed(context.getEnvironment());
        }
    }

    static boolean isServerNamed(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }
}
