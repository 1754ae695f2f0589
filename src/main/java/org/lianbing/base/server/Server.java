package org.lianbing.base.server;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tomcat for ten thousand connections within a gigabyte. */
@Configuration(proxyBeanMethods = false)
class Server {

    private static final int REQUESTS_AT_A_TIME = 1_000;

    /** Held by every open connection; what is longer is read past it. */
    private static final String READ_BUFFER = "1024";

    private static final String WRITE_BUFFER = "4096";

    /** A line that carries nothing of a body for so long is given up. */
    private static final String SILENCE_MILLIS = "20000";

    /** After Boot's own, which would give each request a thread at once. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> manyConnections() {
        return factory -> {
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("socket.appReadBufSize", READ_BUFFER);
                connector.setProperty("socket.appWriteBufSize", WRITE_BUFFER);
                connector.setProperty("disableUploadTimeout", "false");
                connector.setProperty("connectionUploadTimeout", SILENCE_MILLIS);
            });
            factory.addEngineValves(new PacedBodies(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime())));
            factory.addProtocolHandlerCustomizers(
                    handler -> handler.setExecutor(new RequestThreads(REQUESTS_AT_A_TIME)));
        };
    }
}
