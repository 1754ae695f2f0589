package org.lianbing.testing;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ApplicationStartsTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachModuleHasItsSchemaAndTheApplicationMayWriteIntoIt() {
        assertThat(jdbc.sql("select has_table_privilege('events.event_publication', 'insert')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("lianbing");
        assertThat(jdbc.sql("select has_table_privilege('jobs.scheduled_tasks', 'insert')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
