package org.lianbing.bank.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Region;
import org.lianbing.bank.Rubric;
import org.lianbing.base.Problem;
import org.lianbing.base.rest.BoundedNumbers;

/**
 * The content of an item as JSON: {@code type}, {@code stem}, the fields of the type's {@link Interaction},
 * {@code explanation}, {@code difficulty} and, where the item names one, {@code credit}.
 *
 * <p>There are two writings of it. The stored one keeps numbers as texts, so that 0.020 stays 0.020. The written one is
 * what people and programs write in files and over the API: numbers are numbers, and an option of the key says
 * {@code key: true}.
 */
public enum ContentJson {
    STORED(stored()),
    WRITTEN(written());

    private static final String[] FRAME = {"stem", "explanation", "difficulty", "credit"};

    private final JsonMapper json;

    ContentJson(JsonMapper json) {
        this.json = json;
    }

    private static JsonMapper stored() {
        return base(numbers -> numbers.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                .build();
    }

    private static JsonMapper written() {
        return base(numbers -> {}).addMixIn(Option.class, WrittenOption.class).build();
    }

    /** What is missing is empty where it may be, and otherwise refused. */
    private static JsonMapper.Builder base(Consumer<MutableConfigOverride> numbers) {
        JsonSetter.Value empty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.FAIL);
        JsonSetter.Value refused = JsonSetter.Value.forValueNulls(Nulls.FAIL);
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new SimpleModule().addDeserializer(BigDecimal.class, new BoundedNumbers()))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .withConfigOverride(List.class, lists -> lists.setNullHandling(empty))
                .withConfigOverride(String.class, texts -> texts.setNullHandling(empty));
        for (Class<?> needed : List.of(Interaction.class, Rubric.class, Region.Shape.class)) {
            builder.withConfigOverride(needed, values -> values.setNullHandling(refused));
        }
        return builder.withConfigOverride(BigDecimal.class, values -> {
            values.setNullHandling(refused);
            numbers.accept(values);
        });
    }

    /** An option as people write it. */
    private interface WrittenOption {
        @JsonProperty("key")
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean correct();
    }

    /** The content as an object. */
    public ObjectNode tree(ItemContent content) {
        ObjectNode interaction = json.valueToTree(content.interaction());
        ObjectNode node = json.createObjectNode();
        node.set("type", interaction.remove("type"));
        node.put("stem", content.stem());
        node.setAll(interaction);
        node.put("explanation", content.explanation());
        node.put("difficulty", content.difficulty());
        if (content.credit() != null) {
            node.put("credit", content.credit().code());
        }
        return node;
    }

    /** The content as text. */
    public String write(ItemContent content) {
        return json.writeValueAsString(tree(content));
    }

    /** The way of answering alone, with its {@code type}. */
    public ObjectNode tree(Interaction interaction) {
        return json.valueToTree(interaction);
    }

    /** Reads what {@link #write} wrote. */
    public ItemContent read(String text) {
        return read(json.readTree(text));
    }

    /**
     * Reads an object; fields that are not the content's are passed over.
     *
     * @throws Problem invalid, where it is no content
     */
    public ItemContent read(JsonNode node) {
        try {
            ObjectNode rest = node.deepCopy().asObject();
            for (String field : FRAME) {
                rest.remove(field);
            }
            return new ItemContent(
                    node.path("stem").asString(""),
                    json.treeToValue(rest, Interaction.class),
                    node.path("explanation").asString(""),
                    node.path("difficulty").asInt(3),
                    node.has("credit")
                            ? PartialCredit.find(node.get("credit").asString()).orElseThrow(ContentJson::unreadable)
                            : null);
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.invalid("bank.content-unreadable");
    }
}
