package org.lianbing.base.disk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML file as a JSON tree that remembers on which line each value stands.
 *
 * @param name the path inside the folder
 * @param root the content
 * @param lines JSON pointer to line, counted from 1
 */
public record YamlFile(String name, JsonNode root, NavigableMap<String, Integer> lines) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * Reads YAML.
     *
     * @throws YamlFlaw where the text is no YAML, or names a key twice
     */
    public static YamlFile parse(String name, String text) throws YamlFlaw {
        try {
            NavigableMap<String, Integer> lines = new TreeMap<>();
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            JsonNode root = new Compose(settings)
                    .composeString(text)
                    .map(node -> json(node, "", lines))
                    .orElse(JSON.nullNode());
            return new YamlFile(name, root, lines);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            throw new YamlFlaw(new Flaw(name, line, e.getProblem()));
        } catch (YamlEngineException e) {
            throw new YamlFlaw(new Flaw(name, 0, String.valueOf(e.getMessage())));
        }
    }

    /** The line of a value, or of the nearest thing around it that is there. */
    public int line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 0);
    }

    /** One element of a list as a list by itself, its lines still those of the file. */
    public YamlFile element(int index) {
        String pointer = "/" + index;
        NavigableMap<String, Integer> own = new TreeMap<>();
        own.put("/0", line(pointer));
        // The character after the slash ends what begins with it.
        lines.subMap(pointer + "/", pointer + "0")
                .forEach((at, line) -> own.put("/0" + at.substring(pointer.length()), line));
        return new YamlFile(name, JSON.arrayNode().add(root.get(index)), own);
    }

    private static JsonNode json(Node node, String pointer, Map<String, Integer> lines) {
        if (node.isRecursive()) {
            throw new ParserException("an alias stands inside what it names", node.getStartMark());
        }
        lines.putIfAbsent(pointer, line(node));
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer, lines);
            case SequenceNode sequence -> array(sequence, pointer, lines);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new YamlEngineException("unexpected " + node.getNodeType());
        };
    }

    private static ObjectNode object(MappingNode mapping, String pointer, Map<String, Integer> lines) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (object.has(key)) {
                throw new ParserException(
                        "the key " + key + " stands here twice",
                        tuple.getKeyNode().getStartMark());
            }
            String below = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            lines.put(below, line(tuple.getKeyNode()));
            object.set(key, json(tuple.getValueNode(), below, lines));
        }
        return object;
    }

    private static ArrayNode array(SequenceNode sequence, String pointer, Map<String, Integer> lines) {
        ArrayNode array = JSON.arrayNode();
        int index = 0;
        for (Node element : sequence.getValue()) {
            array.add(json(element, pointer + "/" + index++, lines));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(value.equals("true"));
        }
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.INT)) {
            return JSON.numberNode(new BigInteger(value));
        }
        if (tag.equals(Tag.FLOAT) && value.matches("[-+0-9.eE]+")) {
            return JSON.numberNode(new BigDecimal(value));
        }
        return JSON.stringNode(value);
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
