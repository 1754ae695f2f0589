package org.lianbing.attempt.scoring;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.lianbing.attempt.WorkFileId;
import org.lianbing.bank.Region;
import org.lianbing.paper.Slot;
import org.lianbing.paper.SlotKey;

/** Reads the value that a client sent for a slot; whatever does not fit is empty, never an exception. */
final class Reading {

    static final Response BLANK = new Response.Blank();

    private static final int LONGEST_NUMBER = 50;
    private static final int LONGEST_ENTRY = 200;
    /** Of a written response, in characters. */
    private static final int LONGEST_TEXT = 5_000;

    private static final int LONGEST_WORK_SECONDS = 7 * 24 * 3600;

    private final Slot slot;

    Reading(Slot slot) {
        this.slot = slot;
    }

    Optional<Response> read(JsonNode value) {
        return switch (slot.key()) {
            case SlotKey.One key -> token(value, slot.tokens()).map(Response.One::new);
            case SlotKey.Several key -> several(value);
            case SlotKey.Order key -> order(value);
            case SlotKey.Value key -> number(value);
            case SlotKey.Blanks key -> blanks(key, value);
            case SlotKey.Pairs key -> pairs(value);
            case SlotKey.Regions key -> points(key, value);
            case SlotKey.Written key -> value.isObject() ? work(key, value) : text(value);
            case SlotKey.Checklist key -> checklist(key, value);
            case SlotKey.Variants key -> Optional.empty();
        };
    }

    private static Optional<String> token(JsonNode value, List<String> among) {
        return value.isString() && among.contains(value.stringValue())
                ? Optional.of(value.stringValue())
                : Optional.empty();
    }

    private Optional<Response> several(JsonNode value) {
        if (value.isArray() && value.isEmpty()) {
            return Optional.of(BLANK);
        }
        return tokens(value).map(tokens -> new Response.Several(Set.copyOf(tokens)));
    }

    private Optional<Response> order(JsonNode value) {
        return tokens(value)
                .filter(tokens -> tokens.size() == slot.tokens().size())
                .map(Response.Order::new);
    }

    /** Tokens of the slot, each at most once. */
    private Optional<List<String>> tokens(JsonNode value) {
        if (!value.isArray() || value.size() > slot.tokens().size()) {
            return Optional.empty();
        }
        List<String> tokens = new ArrayList<>(value.size());
        for (JsonNode token : value) {
            if (token(token, slot.tokens()).isEmpty()) {
                return Optional.empty();
            }
            tokens.add(token.stringValue());
        }
        return new HashSet<>(tokens).size() == tokens.size() ? Optional.of(tokens) : Optional.empty();
    }

    private static Optional<Response> number(JsonNode value) {
        if (!value.isString() || value.stringValue().length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        String text = Numbers.typed(value.stringValue());
        return text.isEmpty()
                ? Optional.of(BLANK)
                : Numbers.read(text).map(number -> new Response.Number(text, number));
    }

    private Optional<Response> blanks(SlotKey.Blanks key, JsonNode value) {
        if (!value.isArray() || value.size() != key.blanks().size()) {
            return Optional.empty();
        }
        List<@Nullable String> entries = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode entry = value.get(i);
            boolean picked = key.blanks().get(i) instanceof SlotKey.BlankKey.Pick;
            if (entry.isNull() || entry.isString() && entry.stringValue().isBlank()) {
                entries.add(null);
            } else if (picked ? token(entry, slot.lists().get(i)).isPresent() : fits(entry, LONGEST_ENTRY)) {
                entries.add(entry.stringValue().strip());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(entries.stream().allMatch(Objects::isNull) ? BLANK : new Response.Blanks(entries));
    }

    private Optional<Response> pairs(JsonNode value) {
        if (!value.isObject()) {
            return Optional.empty();
        }
        Map<String, String> pairs = new HashMap<>();
        for (Map.Entry<String, JsonNode> pair : value.properties()) {
            if (!slot.lists().get(1).contains(pair.getKey())
                    || token(pair.getValue(), slot.tokens()).isEmpty()) {
                return Optional.empty();
            }
            pairs.put(pair.getKey(), pair.getValue().stringValue());
        }
        return Optional.of(pairs.isEmpty() ? BLANK : new Response.Pairs(pairs));
    }

    private static Optional<Response> points(SlotKey.Regions key, JsonNode value) {
        if (!value.isArray() || value.size() > key.shapes().size()) {
            return Optional.empty();
        }
        List<Region.Spot> spots = new ArrayList<>();
        for (JsonNode spot : value) {
            if (!spot.isArray()
                    || spot.size() != 2
                    || !within(spot.get(0), key.width())
                    || !within(spot.get(1), key.height())) {
                return Optional.empty();
            }
            spots.add(new Region.Spot(rounded(spot.get(0)), rounded(spot.get(1))));
        }
        return Optional.of(spots.isEmpty() ? BLANK : new Response.Points(spots));
    }

    private static boolean within(JsonNode pixel, int most) {
        return pixel.isNumber() && pixel.asDouble() >= 0 && pixel.asDouble() <= most;
    }

    private static int rounded(JsonNode pixel) {
        return (int) Math.round(pixel.asDouble());
    }

    private static Optional<Response> text(JsonNode value) {
        if (value.isString() && value.stringValue().isBlank()) {
            return Optional.of(BLANK);
        }
        return fits(value, LONGEST_TEXT)
                ? Optional.of(new Response.Written(value.stringValue(), null))
                : Optional.empty();
    }

    /** A text with files of work; either may be missing. */
    private static Optional<Response> work(SlotKey.Written key, JsonNode value) {
        Set<String> names = Set.copyOf(value.propertyNames());
        JsonNode text = value.path("text");
        JsonNode files = value.path("files");
        boolean silent = text.isMissingNode() || text.isNull();
        if (!Set.of("text", "files").containsAll(names)
                || !(silent || fits(text, LONGEST_TEXT))
                || !(files.isMissingNode() || files.isArray())
                || files.size() > key.uploads()) {
            return Optional.empty();
        }
        List<WorkFileId> ids = files.valueStream()
                .flatMap(file -> WorkFileId.find(file.asString("")).stream())
                .distinct()
                .toList();
        if (ids.size() < files.size()) {
            return Optional.empty();
        }
        String words = silent ? "" : text.stringValue();
        return Optional.of(ids.isEmpty() && words.isBlank() ? BLANK : new Response.Written(words, ids, null));
    }

    /** Neither too long nor with signs that cannot be kept. */
    private static boolean fits(JsonNode value, int longest) {
        return value.isString()
                && value.stringValue().length() <= longest
                && value.stringValue().indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(value.stringValue());
    }

    private static Optional<Response> checklist(SlotKey.Checklist key, JsonNode value) {
        JsonNode seconds = value.path("seconds");
        JsonNode deductions = value.path("deductions");
        if (!deductions.isObject() || !(seconds.isMissingNode() || seconds.isIntegralNumber())) {
            return Optional.empty();
        }
        Map<String, BigDecimal> most = new HashMap<>();
        key.criteria().forEach(line -> most.put(line.token(), line.points()));
        Map<String, BigDecimal> taken = new HashMap<>();
        for (Map.Entry<String, JsonNode> line : deductions.properties()) {
            Optional<BigDecimal> points = points(line.getValue());
            BigDecimal bound = most.get(line.getKey());
            if (bound == null
                    || points.isEmpty()
                    || points.get().signum() < 0
                    || points.get().compareTo(bound) > 0) {
                return Optional.empty();
            }
            taken.put(line.getKey(), points.get());
        }
        int took = Math.clamp(seconds.asLong(0), 0, LONGEST_WORK_SECONDS);
        return Optional.of(taken.isEmpty() ? BLANK : new Response.Checklist(taken, took));
    }

    private static Optional<BigDecimal> points(JsonNode value) {
        return value.isString() && value.stringValue().length() <= LONGEST_NUMBER
                ? Numbers.read(value.stringValue())
                : value.isIntegralNumber() && value.canConvertToInt()
                        ? Optional.of(BigDecimal.valueOf(value.intValue()))
                        : Optional.empty();
    }
}
