package org.lianbing.base.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;

/** The shape that a kind of file must have, as a JSON Schema says it. */
public final class Shape {

    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.SIMPLIFIED_CHINESE)
            .build();

    private final Schema schema;

    private Shape(Schema schema) {
        this.schema = schema;
    }

    /** A schema that stands among the application's resources. */
    public static Shape of(String resource) {
        try (InputStream in = Shape.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no such resource: " + resource);
            }
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(CONFIG));
            return new Shape(registry.getSchema(in, InputFormat.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the file differs from the shape; empty where it fits. */
    public List<Flaw> flaws(YamlFile file) {
        List<Error> errors = schema.validate(file.root());
        Set<String> otherBranches = errors.stream()
                .filter(error ->
                        error.getKeyword().equals("const") && pointer(error).endsWith("/type"))
                .map(error -> branch(error) + at(error))
                .collect(Collectors.toSet());
        return errors.stream()
                .filter(error -> branch(error).isEmpty() || !belongsTo(otherBranches, error))
                .filter(error -> !error.getKeyword().equals("oneOf") || onlyOneAt(errors, error))
                .filter(error -> !error.getKeyword().equals("unevaluatedProperties") || onlyOneBelow(errors, error))
                .map(error -> new Flaw(file.name(), file.line(pointer(error)), sentence(error)))
                .distinct()
                .toList();
    }

    private static String sentence(Error error) {
        return (pointer(error) + " " + error.getMessage()).strip();
    }

    private static String pointer(Error error) {
        return error.getInstanceLocation().toString();
    }

    /** The alternative of a {@code oneOf} that an error was found in, or an empty text. */
    private static String branch(Error error) {
        String path = error.getEvaluationPath().toString();
        int oneOf = path.lastIndexOf("/oneOf/");
        return oneOf < 0 ? "" : path.substring(0, path.indexOf('/', oneOf + "/oneOf/".length()));
    }

    private static String at(Error error) {
        String pointer = pointer(error);
        return "@" + pointer.substring(0, pointer.lastIndexOf('/'));
    }

    /** Whether the error is that of an alternative which was never meant, since its type is another one. */
    private static boolean belongsTo(Set<String> branches, Error error) {
        String pointer = pointer(error);
        return branches.stream().anyMatch(known -> {
            int split = known.indexOf('@');
            String place = known.substring(split + 1);
            return known.substring(0, split).equals(branch(error))
                    && (pointer.equals(place) || pointer.startsWith(place + "/"));
        });
    }

    private static boolean onlyOneAt(List<Error> errors, Error error) {
        return errors.stream()
                .noneMatch(other -> other != error
                        && !other.getKeyword().equals("const")
                        && !branch(other).isEmpty()
                        && within(other, error));
    }

    private static boolean onlyOneBelow(List<Error> errors, Error error) {
        return errors.stream()
                .noneMatch(other -> other != error
                        && !other.getKeyword().equals("const")
                        && !other.getKeyword().equals("unevaluatedProperties")
                        && within(other, error));
    }

    private static boolean within(Error inner, Error outer) {
        String place = pointer(outer);
        return pointer(inner).equals(place) || pointer(inner).startsWith(place + "/");
    }
}
