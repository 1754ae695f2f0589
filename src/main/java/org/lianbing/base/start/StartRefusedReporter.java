package org.lianbing.base.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints one sentence for a refused start, instead of a stack trace; the process then ends with code 1. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusedReporter implements SpringBootExceptionReporter {

    /** Spring Boot hands the context to the reporters that it makes; there is none if the start failed early. */
    StartRefusedReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            StartRefused refused = asRefusal(cause);
            if (refused != null) {
                System.err.println(refused.sentence());
                return true;
            }
        }
        return false;
    }

    private static @Nullable StartRefused asRefusal(Throwable cause) {
        return switch (cause) {
            case StartRefused refused -> refused;
            case PortInUseException inUse -> new StartRefused("port-in-use", inUse.getPort());
            default -> null;
        };
    }
}
