package org.lianbing.bank.exchange.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

import org.lianbing.base.Problem;

/**
 * A zip archive from a stranger. Its directory is looked at before it is read; nothing of it is ever unpacked onto the
 * disk. What the archive says of its own sizes is not believed: all that is inflated counts, over all entries and
 * however often one is read.
 */
public final class SafeZip implements AutoCloseable {

    /**
     * How much is taken.
     *
     * @param entries how many
     * @param entry how large one may become, in bytes
     * @param total how large all may become that are read
     * @param ratio how often its packed size an entry may become, once it is above a megabyte
     */
    public record Limits(int entries, long entry, long total, int ratio) {
        /** For packages with pictures. */
        public static final Limits USUAL = new Limits(30_000, 100L << 20, 600L << 20, 200);
    }

    private static final long SMALL = 1 << 20;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private long inflated;

    private SafeZip(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /** Opens an archive under the usual limits. */
    public static SafeZip open(Path file) throws IOException {
        return open(file, Limits.USUAL);
    }

    /**
     * Opens an archive.
     *
     * @throws Problem where it is none, broken, locked, or holds names that lead out of it, links, or too much
     */
    public static SafeZip open(Path file, Limits limits) throws IOException {
        ZipDirectory.check(file, limits.entries());
        return open(ZipFile.builder().setPath(file), limits);
    }

    /** Opens an archive that stands within another one; its bytes were counted there. */
    public static SafeZip open(byte[] bytes, Limits limits) throws IOException {
        ZipDirectory.check(bytes, limits.entries());
        return open(ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)), limits);
    }

    private static SafeZip open(ZipFile.Builder builder, Limits limits) throws IOException {
        ZipFile zip;
        try {
            zip = builder.setCharset(StandardCharsets.UTF_8)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw broken();
        }
        try {
            SafeZip safe = new SafeZip(zip, limits);
            safe.look();
            return safe;
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void look() {
        int count = 0;
        Enumeration<ZipArchiveEntry> all = zip.getEntries();
        while (all.hasMoreElements()) {
            if (++count > limits.entries()) {
                throw Problem.tooLarge("exchange.zip-entries", limits.entries());
            }
            ZipArchiveEntry entry = all.nextElement();
            String name = entry.getName().replace('\\', '/');
            if (leadsOut(name) || entry.isUnixSymlink()) {
                throw Problem.invalid("exchange.zip-unsafe", shortened(name));
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw Problem.invalid("exchange.zip-locked");
            }
            if (entry.getMethod() != STORED && entry.getMethod() != DEFLATED) {
                throw Problem.invalid("exchange.zip-method", shortened(name));
            }
            if (!entry.isDirectory() && entries.putIfAbsent(name, entry) != null) {
                // Which of the two is meant nobody can know; readers that differ in it are how such files deceive.
                throw Problem.invalid("exchange.zip-unsafe", shortened(name));
            }
        }
    }

    private static boolean leadsOut(String name) {
        return name.isBlank()
                || name.startsWith("/")
                || name.matches("^[A-Za-z]:.*")
                || name.chars().anyMatch(at -> at < ' ')
                || List.of(name.split("/", -1)).contains("..");
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    /** The names of all files in it, with {@code /} between folders, in their order. */
    public List<String> names() {
        return new ArrayList<>(entries.keySet());
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** An entry; reading it throws a {@link Problem} once it is more than the limits take. */
    public Optional<InputStream> stream(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Counted(zip.getInputStream(entry), entry.getCompressedSize()));
        } catch (ZipException | IllegalArgumentException e) {
            throw broken();
        }
    }

    /** A small entry whole; empty where there is none. */
    public Optional<byte[]> bytes(String name, int most) throws IOException {
        Optional<InputStream> stream = stream(name);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = stream.get()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (out.size() + read > most) {
                    throw Problem.tooLarge("exchange.zip-entry-large", shortened(name));
                }
                out.write(buffer, 0, read);
            }
            return Optional.of(out.toByteArray());
        }
    }

    /**
     * Inflates everything once, so that later readers of the same file may trust its sizes.
     *
     * @param look looks at each file on the way, as far as it likes
     */
    public void demandSound(Consumer<InputStream> look) throws IOException {
        for (String name : entries.keySet()) {
            try (InputStream in = stream(name).orElseThrow()) {
                look.accept(in);
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Problem broken() {
        return Problem.invalid("exchange.file-broken");
    }

    /** Counts what comes out. */
    private final class Counted extends InputStream {

        private final InputStream in;
        private final long most;
        private long came;

        Counted(InputStream in, long packed) {
            this.in = in;
            this.most = Math.min(limits.entry(), Math.max(SMALL, limits.ratio() * Math.max(1, packed)));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read;
            try {
                read = in.read(buffer, from, length);
            } catch (IOException | IllegalArgumentException e) {
                throw broken();
            }
            if (read > 0) {
                came += read;
                inflated += read;
                if (came > most || inflated > limits.total()) {
                    throw Problem.tooLarge("exchange.file-swells");
                }
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
