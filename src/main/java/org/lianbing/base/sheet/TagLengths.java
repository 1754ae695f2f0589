package org.lianbing.base.sheet;

import java.io.IOException;
import java.io.InputStream;

import org.lianbing.base.Problem;

/** The bytes of XML on their way to a parser: refuses a tag of endless length before the parser gathers it. */
final class TagLengths extends InputStream {

    private final InputStream in;
    private final int longest;
    private long came;
    private int begin;
    /** Whether a character takes two bytes, and the lower of them comes first. */
    private boolean wide;

    private boolean lowFirst;
    private int before;
    private int sign;
    private boolean tag;
    private int quote;
    private int length;

    TagLengths(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** How many bytes the parser took. */
    long came() {
        return came;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        int read = in.read(buffer, from, most);
        for (int i = from; i < from + read; i++) {
            take(buffer[i] & 0xff);
        }
        return read;
    }

    private void take(int one) {
        if (came++ < 4) {
            begin(one);
        }
        if (!wide) {
            sign(one);
        } else if (came % 2 == 0) {
            sign(lowFirst ? one << 8 | before : before << 8 | one);
        }
        before = one;
    }

    private void begin(int one) {
        begin = begin << 8 | one;
        if (came == 2) {
            wide = begin == 0xfeff || begin == 0xfffe || begin == 0x003c || begin == 0x3c00;
            lowFirst = begin == 0xfffe || begin == 0x3c00;
        }
        if (came == 4 && (begin == 0xfeff || begin == 0xfffe0000 || begin == 0x3c || begin == 0x3c000000)) {
            // Four bytes a character, which no program writes.
            throw Problem.invalid("exchange.file-broken");
        }
    }

    private void sign(int next) {
        if (next == '<') {
            tag = true;
            quote = 0;
            length = 0;
        } else if (tag && sign == '<' && (next == '!' || next == '?')) {
            // Comments and the like are passed over.
            tag = false;
        } else if (tag && quote == next) {
            quote = 0;
        } else if (tag && quote == 0 && (next == '"' || next == '\'')) {
            quote = next;
        } else if (tag && quote == 0 && next == '>') {
            tag = false;
        }
        if (tag && ++length > longest) {
            throw Problem.invalid("exchange.file-swells");
        }
        sign = next;
    }
}
