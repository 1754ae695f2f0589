package org.lianbing.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Sound and film as small as their formats allow; what differs is in their last bytes. */
public final class TestClips {

    private TestClips() {}

    /** Two frames of silence, 128 kbit/s at 44.1 kHz. */
    public static byte[] mp3(int number) {
        byte[] clip = new byte[2 * 417 + 4];
        for (int frame = 0; frame < 2; frame++) {
            put(clip, frame * 417, 0xff, 0xfb, 0x90, 0x00);
        }
        ByteBuffer.wrap(clip).putInt(clip.length - 4, number);
        return clip;
    }

    /** The same behind a tag. */
    public static byte[] taggedMp3() {
        byte[] tag = new byte[10 + 20];
        put(tag, 0, 'I', 'D', '3', 4, 0, 0, 0, 0, 0, 20);
        return joined(tag, mp3(1));
    }

    /** Two frames of AAC as they are streamed. */
    public static byte[] aac() {
        byte[] clip = new byte[80];
        for (int at : new int[] {0, 40}) {
            put(clip, at, 0xff, 0xf1, 0x50, 0x80, 40 >> 3, (40 & 7) << 5, 0xfc);
        }
        return clip;
    }

    public static byte[] ogg(String codec) {
        byte[] clip = new byte[100];
        write(clip, 0, "OggS");
        write(clip, 28, codec);
        return clip;
    }

    public static byte[] wav(int format) {
        byte[] clip = new byte[44 + 32];
        write(clip, 0, "RIFF");
        write(clip, 8, "WAVEfmt ");
        put(clip, 16, 16, 0, 0, 0, format, 0, 1, 0);
        write(clip, 36, "data");
        return clip;
    }

    public static byte[] webm(String codec) {
        byte[] clip = new byte[200];
        put(clip, 0, 0x1a, 0x45, 0xdf, 0xa3);
        write(clip, 24, "webm");
        write(clip, 120, codec);
        return clip;
    }

    /** A film with a track of each codec, and so many bytes of samples. */
    public static byte[] mp4(String brand, int samples, String... codecs) {
        ByteArrayOutputStream moov = new ByteArrayOutputStream();
        for (String codec : codecs) {
            byte[] entry = box(codec, new byte[20]);
            byte[] stsd = box("stsd", joined(new byte[8], entry));
            moov.writeBytes(box("trak", box("mdia", box("minf", box("stbl", stsd)))));
        }
        byte[] ftyp = box("ftyp", (brand + "\0\0\2\0isom").getBytes(StandardCharsets.ISO_8859_1));
        byte[] bytes = new byte[samples];
        for (int i = 0; i < samples; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        return joined(joined(ftyp, box("mdat", bytes)), box("moov", moov.toByteArray()));
    }

    /** A film that is taken. */
    public static byte[] film(int samples) {
        return mp4("isom", samples, "avc1", "mp4a");
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static void put(byte[] into, int at, int... values) {
        for (int i = 0; i < values.length; i++) {
            into[at + i] = (byte) values[i];
        }
    }

    private static void write(byte[] into, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }
}
