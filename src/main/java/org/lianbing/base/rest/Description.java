package org.lianbing.base.rest;

import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What the description of the API says about all of it: which token opens which door, and how a refusal looks. */
@Configuration(proxyBeanMethods = false)
class Description {

    private static final String PERSON = "person";
    private static final String ATTEMPT = "attempt";
    private static final String PROBLEM = "Problem";
    private static final String ABOUT = """
            Lianbing 练兵: practice, exams and competitions of workers. A program asks for a token at POST /api/tokens \
            and sends it as a bearer token. Starting a drill or an exam answers with a second token, good for that one \
            attempt: with it the form is fetched, responses are saved and the attempt is handed in. Cookies are ignored.
            """;

    /** A response's value is one of several shapes, and none of them is our library's node of a tree. */
    static {
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, value());
    }

    private static Schema<?> value() {
        return new ComposedSchema()
                .addOneOfItem(new StringSchema())
                .addOneOfItem(new ArraySchema().items(new StringSchema()))
                .addOneOfItem(new Schema<>().type("null"))
                .description(
                        "A token (true-false, single-choice), a list of tokens (multiple-choice; for ordering all of"
                                + " them in order), a number as text such as \"-12.5\" (numeric), or null for a cleared slot");
    }

    @Bean
    OpenApiCustomizer wholeOfTheApi() {
        return api -> {
            api.info(new Info()
                    .title("Lianbing 练兵")
                    .version("1")
                    .description(ABOUT)
                    .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
            // Where we are reached is known to whoever asks.
            api.servers(null);
            Components components = api.getComponents();
            components.addSecuritySchemes(PERSON, bearer("A person's token, from POST /api/tokens"));
            components.addSecuritySchemes(ATTEMPT, bearer("An attempt's token, from the answer that started it"));
            components.addSchemas(PROBLEM, problem());
            describe(api);
        };
    }

    private static void describe(OpenAPI api) {
        api.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> {
                    openers(path)
                            .forEach(opener -> operation.addSecurityItem(new SecurityRequirement().addList(opener)));
                    refusal(operation);
                }));
    }

    private static List<String> openers(String path) {
        if (path.startsWith("/api/tokens") || path.startsWith("/api/boards")) {
            return List.of();
        }
        if (path.startsWith("/api/attempts")) {
            return List.of(ATTEMPT);
        }
        return path.endsWith("/result") ? List.of(PERSON, ATTEMPT) : List.of(PERSON);
    }

    private static void refusal(Operation operation) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + PROBLEM));
        operation
                .getResponses()
                .setDefault(new ApiResponse()
                        .description("A refusal (RFC 9457); its code does not change with the language")
                        .content(new Content().addMediaType("application/problem+json", problem)));
    }

    private static SecurityScheme bearer(String from) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(from);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("A sentence for the person, in their language"))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().example("exam.not-open-yet"));
    }
}
