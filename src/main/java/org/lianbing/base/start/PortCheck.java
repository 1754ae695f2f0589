package org.lianbing.base.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Looks whether the port is free before the database is touched: the server itself binds it only at the very end. */
@Order(0)
final class PortCheck implements ApplicationListener<ApplicationPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        if (event.getSpringApplication().getWebApplicationType() == WebApplicationType.SERVLET) {
            check(event.getApplicationContext().getEnvironment());
        }
    }

    private static void check(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return;
        }
        String address = environment.getProperty("server.address", "");
        InetSocketAddress wanted =
                address.isBlank() ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(wanted);
        } catch (IOException taken) {
            throw new StartRefused("port-in-use", port);
        }
    }
}
