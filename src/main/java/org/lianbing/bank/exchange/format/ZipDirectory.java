package org.lianbing.bank.exchange.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

import org.lianbing.base.Problem;

/** Looks at the end of a zip archive before its directory is taken into memory: a directory can be the attack itself. */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCATOR = 0x07064b50;
    private static final int LARGE_END = 0x06064b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCATOR_SIZE = 20;
    private static final int LARGE_END_SIZE = 56;
    private static final int LARGE_SIZE = LARGE_END_SIZE + LOCATOR_SIZE;
    /** What the usual end says where only the large one has the room. */
    private static final int SAID_ELSEWHERE = 0xffff;

    private static final int LONGEST_COMMENT = 65_535;
    /** Of what the directory may take an entry, on average: name and extra fields. */
    private static final long A_NAME = 400;

    private ZipDirectory() {}

    static void check(Path file, int entries) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            check(channel, entries);
        }
    }

    static void check(byte[] bytes, int entries) throws IOException {
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel(bytes)) {
            check(channel, entries);
        }
    }

    private static void check(SeekableByteChannel channel, int entries) throws IOException {
        long size = channel.size();
        if (size < END_SIZE) {
            throw Problem.invalid(size == 0 ? "exchange.file-empty" : "exchange.file-broken");
        }
        int tail = (int) Math.min(size, END_SIZE + LONGEST_COMMENT);
        ByteBuffer end = read(channel, size - tail, tail);
        int at = tail - END_SIZE;
        while (at >= 0 && end.getInt(at) != END) {
            at--;
        }
        if (at < 0) {
            throw Problem.invalid("exchange.file-broken");
        }
        // The count is only said; how long the directory is bounds how many there can be.
        int said = Short.toUnsignedInt(end.getShort(at + 10));
        long ends = size - tail + at;
        long start = large(channel, ends).orElse(usual(end, at, ends));
        if (start < 0 || start > ends) {
            throw Problem.invalid("exchange.file-broken");
        }
        if (said > entries && said != SAID_ELSEWHERE || ends - start > entries * A_NAME + LARGE_SIZE) {
            throw Problem.tooLarge("exchange.zip-entries", entries);
        }
        count(read(channel, start, Math.toIntExact(ends - start)), entries);
    }

    /** Where the directory begins: in front of its end, whatever stands before the archive. */
    private static long usual(ByteBuffer end, int at, long ends) {
        long length = Integer.toUnsignedLong(end.getInt(at + 12));
        long offset = Integer.toUnsignedLong(end.getInt(at + 16));
        // One said to lie elsewhere would be read there.
        return offset + length > ends ? -1 : ends - length;
    }

    /**
     * Where the directory of an archive in the large format begins; empty for any other. Readers go by the locator alone,
     * whatever the usual end says.
     */
    private static OptionalLong large(SeekableByteChannel channel, long ends) throws IOException {
        if (ends < LOCATOR_SIZE) {
            return OptionalLong.empty();
        }
        ByteBuffer locator = read(channel, ends - LOCATOR_SIZE, LOCATOR_SIZE);
        if (locator.getInt(0) != LOCATOR) {
            return OptionalLong.empty();
        }
        long place = locator.getLong(8);
        if (place < 0 || place > ends - LARGE_SIZE) {
            throw Problem.invalid("exchange.file-broken");
        }
        ByteBuffer large = read(channel, place, LARGE_END_SIZE);
        if (large.getInt(0) != LARGE_END) {
            throw Problem.invalid("exchange.file-broken");
        }
        return OptionalLong.of(large.getLong(48));
    }

    private static void count(ByteBuffer directory, int most) {
        int count = 0;
        int at = 0;
        while (at + ENTRY_SIZE <= directory.limit() && directory.getInt(at) == ENTRY) {
            if (++count > most) {
                throw Problem.tooLarge("exchange.zip-entries", most);
            }
            at += ENTRY_SIZE
                    + Short.toUnsignedInt(directory.getShort(at + 28))
                    + Short.toUnsignedInt(directory.getShort(at + 30))
                    + Short.toUnsignedInt(directory.getShort(at + 32));
        }
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            continue;
        }
        if (buffer.hasRemaining()) {
            throw Problem.invalid("exchange.file-broken");
        }
        return buffer.flip();
    }
}
