package org.lianbing.exam.seb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The Config Key of Safe Exam Browser: SHA-256 over all settings as "SEB-JSON". Source: safeexambrowser.org, developer
 * documentation, "Config Key" — keys in alphabetical order whatever their case, at every level; {@code originatorVersion}
 * and empty dictionaries left out; no white space and no escaping at all; data as Base64.
 */
public final class ConfigKey {

    private static final String NOT_COUNTED = "originatorVersion";

    private ConfigKey() {}

    /**
     * The key, 64 hexadecimal digits.
     *
     * @param settings values are strings, numbers, booleans, bytes, lists and maps of such
     */
    public static String of(Map<String, ?> settings) {
        return sha256(json(settings));
    }

    /** What is hashed. */
    static String json(Map<String, ?> settings) {
        StringBuilder text = new StringBuilder();
        write(
                settings.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(NOT_COUNTED))
                        .toList(),
                text);
        return text.toString();
    }

    /** SHA-256 of a text in UTF-8, hexadecimal, as Safe Exam Browser writes all its hashes. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Collection<? extends Map.Entry<?, ?>> entries, StringBuilder text) {
        List<Map.Entry<String, Object>> sorted = new ArrayList<>();
        for (Map.Entry<?, ?> entry : entries) {
            if (!(entry.getValue() instanceof Map<?, ?> inner && inner.isEmpty())) {
                sorted.add(Map.entry((String) entry.getKey(), entry.getValue()));
            }
        }
        sorted.sort(Map.Entry.comparingByKey(String.CASE_INSENSITIVE_ORDER));
        text.append('{');
        for (int i = 0; i < sorted.size(); i++) {
            text.append(i == 0 ? "\"" : ",\"").append(sorted.get(i).getKey()).append("\":");
            write(sorted.get(i).getValue(), text);
        }
        text.append('}');
    }

    private static void write(Object value, StringBuilder text) {
        switch (value) {
            case Map<?, ?> inner -> write(inner.entrySet(), text);
            case List<?> list -> {
                text.append('[');
                for (int i = 0; i < list.size(); i++) {
                    text.append(i == 0 ? "" : ",");
                    write(list.get(i), text);
                }
                text.append(']');
            }
            case byte[] data ->
                text.append('"')
                        .append(Base64.getEncoder().encodeToString(data))
                        .append('"');
            case String word -> text.append('"').append(word).append('"');
            default -> text.append(value);
        }
    }
}
