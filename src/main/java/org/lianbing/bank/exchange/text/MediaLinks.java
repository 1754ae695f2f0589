package org.lianbing.bank.exchange.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jsoup.nodes.Element;

import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.base.Problem;

/**
 * Finds the media that HTML of a file names, in the file itself. Nothing is ever fetched from elsewhere: what lies
 * there, or cannot be shown, becomes a remark.
 */
public final class MediaLinks {

    private static final int LONGEST_DATA = 28 * 1024 * 1024;

    private final Pictures pictures;
    private final Function<String, Optional<byte[]>> files;
    private final List<Remark> remarks;

    /**
     * @param files the bytes of a file that is carried along, by the name used in the text
     * @param remarks takes what could not be kept
     */
    public MediaLinks(Pictures pictures, Function<String, Optional<byte[]>> files, List<Remark> remarks) {
        this.pictures = pictures;
        this.files = files;
        this.remarks = remarks;
    }

    /** What to write for an element such as {@code img}: the stored name; empty where there is nothing to show. */
    public Optional<String> of(Element element) {
        String address = address(element);
        return address.isEmpty() ? Optional.empty() : keep(address);
    }

    /** Keeps the file behind an address. */
    public Optional<String> keep(String address) {
        try {
            Optional<byte[]> bytes = bytes(address);
            if (bytes.isPresent()) {
                return Optional.of(pictures.keep(shortened(address), bytes.get()));
            }
            String code = address.matches("(?i)^(https?:)?//.*")
                    ? "exchange.remark.picture-elsewhere"
                    : "exchange.remark.picture-missing";
            remarks.add(Remark.of(code, shortened(address)));
        } catch (Problem refused) {
            remarks.add(Remark.of("exchange.remark.picture-refused", shortened(address)));
        }
        return Optional.empty();
    }

    /** The file behind an address, as it is carried along; empty where it is not. */
    public Optional<byte[]> bytes(String address) {
        return address.startsWith("data:") ? inline(address) : carried(address);
    }

    private static String address(Element element) {
        for (String attribute : List.of("src", "data", "href")) {
            if (!element.attr(attribute).isBlank()) {
                return element.attr(attribute).strip();
            }
        }
        Element source = element.selectFirst("source[src]");
        return source == null ? "" : source.attr("src").strip();
    }

    private Optional<byte[]> carried(String address) {
        Optional<byte[]> plain = files.apply(address);
        if (plain.isPresent() || !address.contains("%")) {
            return plain;
        }
        try {
            return files.apply(URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noEncoding) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> inline(String address) {
        int comma = address.indexOf(',');
        if (comma < 0 || !address.substring(0, comma).endsWith(";base64") || address.length() > LONGEST_DATA) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(address.substring(comma + 1)));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static String shortened(String address) {
        return address.length() > 80 ? address.substring(0, 80) + "…" : address;
    }
}
