package org.lianbing.base.start;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Tells the person at the terminal where to go, and in a demonstration who they can be. */
@Component
class ReadyNotice {

    @EventListener
    @SuppressWarnings("SystemOut")
    void ready(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            String key = environment.acceptsProfiles(Profiles.of("demo")) ? "ready-demo" : "ready";
            System.out.println(StartTexts.bothLanguages(key, address(environment, port)));
        }
    }

    private static String address(Environment environment, String port) {
        String bound = environment.getProperty("server.address", "");
        boolean nameless = bound.isBlank() || bound.equals("127.0.0.1") || bound.equals("0.0.0.0");
        return "http://%s:%s/".formatted(nameless ? "localhost" : bound, port);
    }
}
