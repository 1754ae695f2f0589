package org.lianbing.base.rest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * The pages under {@code /sitting/}: files built by Vite, served without a session. They come before Vaadin's own
 * mapping, so that an unknown path is a 404 and not a Vaadin page.
 */
@Configuration
class SittingPages {

    private static final String FOLDER = "static/sitting/";
    private static final String ASSETS = FOLDER + "assets/";
    private static final int BEFORE_VAADIN = 1;

    /** The folder itself shows its index. */
    @Controller
    static class Index {

        @GetMapping({"/sitting", "/sitting/"})
        String index() {
            return "forward:/sitting/index.html";
        }
    }

    @Bean
    ResourceHttpRequestHandler sittingAssets() {
        ResourceHttpRequestHandler handler = files(ASSETS);
        // Vite puts a hash of the content into these names.
        handler.setCacheControl(
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        return handler;
    }

    @Bean
    ResourceHttpRequestHandler sittingFiles() {
        ResourceHttpRequestHandler handler = files(FOLDER);
        handler.setCacheControl(CacheControl.noCache());
        return handler;
    }

    @Bean
    SimpleUrlHandlerMapping sittingMapping(
            ResourceHttpRequestHandler sittingAssets, ResourceHttpRequestHandler sittingFiles) {
        Map<String, Object> handlers = new LinkedHashMap<>();
        handlers.put("/sitting/assets/**", sittingAssets);
        handlers.put("/sitting/**", sittingFiles);
        return new SimpleUrlHandlerMapping(handlers, BEFORE_VAADIN);
    }

    private static ResourceHttpRequestHandler files(String folder) {
        ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
        handler.setLocations(List.of(new ClassPathResource(folder)));
        handler.setResourceResolvers(List.of(new EncodedResourceResolver(), new PathResourceResolver()));
        return handler;
    }
}
