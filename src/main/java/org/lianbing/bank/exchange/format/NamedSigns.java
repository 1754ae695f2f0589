package org.lianbing.bank.exchange.format;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.nodes.Entities;

/**
 * XML in which the signs that HTML names stand as numbers: programs that copy its text write {@code &nbsp;} without saying
 * what that is, and no parser may take it. What stands in a CDATA section is as it is, and so is any other name.
 */
final class NamedSigns extends FilterInputStream {

    private static final int PART = 8192;
    private static final int LONGEST = 32;
    private static final Set<String> XML = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final byte[] OPEN = "<![CDATA[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "]]>".getBytes(StandardCharsets.US_ASCII);

    private byte[] ready = {};
    private int at;
    /** What was read, but may go on in the next part. */
    private byte[] kept = {};

    private boolean verbatim;
    private boolean over;

    NamedSigns(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        while (at == ready.length) {
            if (over) {
                return -1;
            }
            more();
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, buffer, from, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return ready.length - at;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void more() throws IOException {
        byte[] part = in.readNBytes(PART);
        over = part.length < PART;
        byte[] all = Arrays.copyOf(kept, kept.length + part.length);
        System.arraycopy(part, 0, all, kept.length, part.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream(all.length + LONGEST);
        int next = 0;
        // Near the end of a part what begins may not be all there.
        while (next < all.length && (over || next < all.length - LONGEST)) {
            next = verbatim ? inVerbatim(all, next, out) : inText(all, next, out);
        }
        kept = Arrays.copyOfRange(all, next, all.length);
        ready = out.toByteArray();
        at = 0;
    }

    private int inVerbatim(byte[] all, int next, ByteArrayOutputStream out) {
        verbatim = !begins(all, next, CLOSE);
        out.write(all[next]);
        return next + 1;
    }

    private int inText(byte[] all, int next, ByteArrayOutputStream out) {
        if (all[next] == '&') {
            int end = next + 1;
            while (end < all.length
                    && end - next < LONGEST
                    && Character.isLetterOrDigit((char) (all[end] & 0x7f))
                    && all[end] > 0) {
                end++;
            }
            String name = new String(all, next + 1, end - next - 1, StandardCharsets.US_ASCII);
            if (end < all.length && all[end] == ';' && !XML.contains(name) && Entities.isNamedEntity(name)) {
                out.writeBytes(numbers(name).getBytes(StandardCharsets.US_ASCII));
                return end + 1;
            }
        }
        verbatim = all[next] == '<' && begins(all, next, OPEN);
        out.write(all[next]);
        return next + 1;
    }

    private static boolean begins(byte[] all, int next, byte[] sought) {
        return next + sought.length <= all.length
                && Arrays.equals(all, next, next + sought.length, sought, 0, sought.length);
    }

    private static String numbers(String name) {
        return Entities.getByName(name)
                .codePoints()
                .mapToObj(sign -> "&#" + sign + ";")
                .collect(Collectors.joining());
    }
}
