package org.lianbing.bank.exchange.qti;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lianbing.bank.exchange.format.SafeZip;

/** The files of a package by the addresses that its documents use. */
final class QtiFiles {

    private static final int LARGEST_DOCUMENT = 64 * 1024 * 1024;
    private static final int LARGEST_PICTURE = 20 * 1024 * 1024;
    /** Canvas writes the folder of its files as a sign. */
    private static final Pattern BASE = Pattern.compile("(?i)^\\$?%?(?:24)?IMS-CC-FILEBASE(?:\\$|%24)/?");
    /** Blackboard names its files by a number, which ends the name in the package. */
    private static final Pattern NUMBERED = Pattern.compile("(?:^|[/_])(xid-\\d+_\\d+)(?:[?.].*)?$");

    private static final String FOLDER = "web_resources/";

    private final SafeZip zip;
    private final Map<String, String> folded = new HashMap<>();

    QtiFiles(SafeZip zip) {
        this.zip = zip;
    }

    /** A document by its name in the package. */
    Optional<byte[]> document(String name) throws IOException {
        Optional<String> found = found(name);
        return found.isPresent() ? zip.bytes(found.get(), LARGEST_DOCUMENT) : Optional.empty();
    }

    /** The name of a file as the archive has it: capitals may differ where a package was packed on another system. */
    Optional<String> found(String name) {
        if (zip.has(name)) {
            return Optional.of(name);
        }
        if (folded.isEmpty()) {
            zip.names().forEach(one -> folded.putIfAbsent(folded(one), one));
        }
        return Optional.ofNullable(folded.get(folded(name)));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private Optional<byte[]> picture(String name) throws IOException {
        Optional<String> found = found(name);
        return found.isPresent() ? zip.bytes(found.get(), LARGEST_PICTURE) : Optional.empty();
    }

    /** What a document names. */
    Optional<byte[]> beside(String document, String address) {
        try {
            String plain = address.replaceFirst("[?#].*$", "");
            Matcher base = BASE.matcher(plain);
            if (base.find()) {
                return picture(resolved(FOLDER, plain.substring(base.end())));
            }
            Optional<byte[]> found = picture(resolved(folder(document), plain));
            Matcher numbered = NUMBERED.matcher(plain);
            if (found.isPresent() || !numbered.find()) {
                return found;
            }
            Pattern ending = Pattern.compile(Pattern.quote(numbered.group(1)) + "\\.(?!xml)[A-Za-z0-9]{2,5}$");
            Optional<String> name = zip.names().stream()
                    .filter(one -> ending.matcher(one).find())
                    .findFirst();
            return name.isPresent() ? zip.bytes(name.get(), LARGEST_PICTURE) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    /** An address in a file of that folder as a name in the archive; what leads out of it leads nowhere. */
    static String resolved(String folder, String address) {
        try {
            String plain = URLDecoder.decode(address.replace("+", "%2B").replace('\\', '/'), StandardCharsets.UTF_8);
            return Path.of("/" + folder).resolve(plain).normalize().toString().substring(1);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
