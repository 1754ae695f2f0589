package org.lianbing.attempt.work;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.attempt.TestWork;
import org.lianbing.attempt.WorkFileType;
import org.lianbing.base.Pace;
import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a file is by its content, whatever hides in it. */
class WorkSignsTest {

    @Test
    void picturesAreKnownWithTheirSize() {
        assertThat(read(TestWork.picture("jpg", 640, 480, 1)))
                .isEqualTo(new WorkSigns.Found(WorkFileType.JPEG, 640, 480));
        assertThat(read(TestWork.picture("png", 33, 70, 1))).isEqualTo(new WorkSigns.Found(WorkFileType.PNG, 33, 70));
        assertThat(read(TestWork.pdf(1))).isEqualTo(new WorkSigns.Found(WorkFileType.PDF, 0, 0));
    }

    @Test
    void aJpegWithALongHeadOfACameraIsReadToItsFrame() {
        byte[] plain = TestWork.picture("jpg", 640, 480, 1);
        byte[] segment = new byte[2 + 0xfffe];
        segment[0] = (byte) 0xff;
        segment[1] = (byte) 0xe1;
        segment[2] = (byte) 0xff;
        segment[3] = (byte) 0xfe;
        byte[] photo =
                joined(Arrays.copyOf(plain, 2), segment, segment, segment, Arrays.copyOfRange(plain, 2, plain.length));
        assertThat(read(photo).width()).isEqualTo(640);
    }

    @Test
    void eachKindOfWebpSaysItsSizeInAnotherPlace() {
        assertThat(read(webp("VP8 ", 0, 0, 0, 0x9d, 1, 0x2a, 0x20, 0x03, 0x58, 0x02)))
                .isEqualTo(new WorkSigns.Found(WorkFileType.WEBP, 800, 600));
        assertThat(read(webp("VP8L", 0x2f, 0x1f, 0xc3, 0x95, 0)))
                .isEqualTo(new WorkSigns.Found(WorkFileType.WEBP, 800, 600));
        assertThat(read(webp("VP8X", 0, 0, 0, 0, 0x1f, 3, 0, 0x57, 2, 0)))
                .isEqualTo(new WorkSigns.Found(WorkFileType.WEBP, 800, 600));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><script>alert(1)</script>                    ",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>  ",
                "GIF89a and then something that is none of our business      ",
                "PK\u0003\u0004 a zip that calls itself a photograph         ",
                "%PDF-1.7 that breaks off in the middle of its first page    ",
                "RIFF    WEBPVP9  and nothing that is a picture               ",
                "\u00ff\u00d8\u00ff\u00e0 begins as a picture, and then is none",
                "short"
            })
    void whatIsNoneOfTheseIsRefused(String content) {
        assertThatThrownBy(() -> read(content.getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("attempt.work.type");
    }

    @Test
    void aPhotographOfAnIphoneIsRefusedWithWhatToDo() {
        byte[] heic = Arrays.copyOf("\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1), 200);
        assertThatThrownBy(() -> read(heic)).hasMessage("attempt.work.heic");
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsRefusedByItsHead() {
        byte[] bomb = TestWork.png(1);
        ByteBuffer.wrap(bomb).putInt(16, 12_000).putInt(20, 12_000);
        assertThatThrownBy(() -> read(bomb)).hasMessage("attempt.work.pixels");
        ByteBuffer.wrap(bomb).putInt(16, 20_000).putInt(20, 1);
        assertThatThrownBy(() -> read(bomb)).hasMessage("attempt.work.pixels");
        ByteBuffer.wrap(bomb).putInt(16, -1).putInt(20, 64);
        assertThatThrownBy(() -> read(bomb)).hasMessage("attempt.work.type");
        ByteBuffer.wrap(bomb).putInt(16, 0);
        assertThatThrownBy(() -> read(bomb)).hasMessage("attempt.work.type");
    }

    @Test
    void noBytesWhateverMakeItFailInAnotherWay() {
        Random random = new Random(40);
        byte[][] good = {
            TestWork.picture("jpg", 64, 48, 1), TestWork.png(1), TestWork.pdf(1), webp("VP8L", 0x2f, 1, 2, 3, 4)
        };
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good[i % good.length].clone();
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(1, bytes.length + 1));
            try {
                WorkSigns.Found found = read(cut);
                assertThat((long) found.width() * found.height()).isLessThanOrEqualTo(WorkSigns.MOST_PIXELS);
            } catch (Problem refused) {
                assertThat(refused.getMessage()).startsWith("attempt.work.");
            }
        }
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() {
        assertThatThrownBy(() -> Arrival.of(new ByteArrayInputStream(new byte[2_000_000]), 1 << 20, new Pace(() -> 0)))
                .hasMessage("attempt.work.too-large");
        assertThatThrownBy(() -> Arrival.of(new ByteArrayInputStream(new byte[0]), 1 << 20, new Pace(() -> 0)))
                .hasMessage("attempt.work.empty");
    }

    private static WorkSigns.Found read(byte[] bytes) {
        return WorkSigns.read(ByteBuffer.wrap(bytes));
    }

    private static byte[] webp(String chunk, int... content) {
        byte[] bytes = new byte[64];
        System.arraycopy("RIFF    WEBP".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, 12);
        System.arraycopy(chunk.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 12, 4);
        for (int i = 0; i < content.length; i++) {
            bytes[20 + i] = (byte) content[i];
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[0];
        for (byte[] part : parts) {
            int at = all.length;
            all = Arrays.copyOf(all, at + part.length);
            System.arraycopy(part, 0, all, at, part.length);
        }
        return all;
    }
}
