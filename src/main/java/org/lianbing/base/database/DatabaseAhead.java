package org.lianbing.base.database;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Begins to start the embedded database while Spring still reads its configuration: the longer recovery takes after a
 * failure, the more of it costs no time at all. Comes after the look at the port, because a start that is refused leaves
 * the database alone.
 */
@Order(DatabaseAhead.AFTER_THE_PORT)
public final class DatabaseAhead implements ApplicationListener<ApplicationPreparedEvent> {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAhead.class);

    /** Whoever must see to something before the database is touched has a lower order. */
    public static final int AFTER_THE_PORT = 100;

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        if (DatabaseConfiguration.isServerNamed(environment)
                || !(event.getApplicationContext() instanceof GenericApplicationContext context)) {
            return;
        }
        Path data = Path.of(environment.getRequiredProperty("lianbing.data"));
        Path binaries = Path.of(environment.resolveRequiredPlaceholders(DatabaseConfiguration.BINARIES));
        Begun begun = Begun.on(data, binaries);
        context.getDefaultListableBeanFactory().registerSingleton("databaseAhead", begun);
        context.getDefaultListableBeanFactory().registerDisposableBean("databaseAhead", begun::stopUnlessTaken);
    }

    /** A start under way. It belongs to whoever takes it; where nobody has when the application ends, it is stopped. */
    static final class Begun {

        private final FutureTask<EmbeddedDatabase> start;
        private boolean taken;

        private Begun(FutureTask<EmbeddedDatabase> start) {
            this.start = start;
        }

        static Begun on(Path data, Path binaries) {
            Begun begun = new Begun(new FutureTask<>(() -> EmbeddedDatabase.start(data, binaries)));
            Thread.ofPlatform().name("database-start").start(begun.start);
            return begun;
        }

        /** Waits for its end; a refusal is thrown as if it were met here. */
        synchronized EmbeddedDatabase take() {
            taken = true;
            try {
                return start.get();
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof RuntimeException known) {
                    throw known;
                }
                throw new IllegalStateException("The embedded database did not start", failure);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                taken = false;
                throw new IllegalStateException("interrupted while the embedded database started", e);
            }
        }

        synchronized void stopUnlessTaken() throws InterruptedException {
            if (!taken) {
                try {
                    start.get().close();
                } catch (ExecutionException nothingRuns) {
                    log.debug("The embedded database had not started either", nothingRuns);
                }
            }
        }
    }
}
