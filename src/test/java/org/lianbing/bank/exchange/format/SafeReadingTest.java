package org.lianbing.bank.exchange.format;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What strangers send to break a reader ends with a sentence, soon. */
@Timeout(2)
class SafeReadingTest {

    @Test
    void soundArchiveIsReadByName() throws IOException {
        byte[] zip = zip("a.txt", "甲", "folder/b.txt", "乙");
        try (SafeZip safe = SafeZip.open(zip, SafeZip.Limits.USUAL)) {
            assertThat(safe.names()).containsExactly("a.txt", "folder/b.txt");
            assertThat(safe.bytes("folder/b.txt", 100))
                    .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo("乙".getBytes(StandardCharsets.UTF_8)));
            assertThat(safe.stream("c.txt")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc/passwd", "a/../../b", "/etc/passwd", "C:/x", "..\\x", "a/.."})
    void namesThatLeadOutAreRefused(String name) throws IOException {
        refused("exchange.zip-unsafe", zip(name, "x"));
    }

    @Test
    void linksAreRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            ZipArchiveEntry link = new ZipArchiveEntry("link");
            link.setUnixMode(0120777);
            zip.putArchiveEntry(link);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        refused("exchange.zip-unsafe", out.toByteArray());
    }

    @Test
    void archiveThatSwellsIsRefusedWhateverSizesItClaims() throws IOException {
        byte[] zip = zip("bomb.txt", "0".repeat(20_000_000));
        // The uncompressed size in the directory, said to be one byte.
        int directory = lastIndexOf(zip, 0x02014b50);
        ByteBuffer.wrap(zip).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 1);
        try (SafeZip safe = SafeZip.open(zip, SafeZip.Limits.USUAL);
                InputStream in = safe.stream("bomb.txt").orElseThrow()) {
            assertThatThrownBy(() -> in.transferTo(java.io.OutputStream.nullOutputStream()))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("exchange.file-swells"));
        }
    }

    @Test
    void archiveOfTooManyFilesIsRefusedBeforeItsDirectoryIsTaken() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 2_000; i++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
            }
        }
        assertThatThrownBy(() -> SafeZip.open(out.toByteArray(), new SafeZip.Limits(1_000, 1 << 20, 1 << 20, 100)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("exchange.zip-entries"));
    }

    /** The usual end tells of one file; readers take the directory that the large one leads to. */
    @Test
    void directoryOfTheLargeFormatIsCountedToo() throws IOException {
        byte[] zip = large(2_000);
        int end = lastIndexOf(zip, 0x06054b50);
        ByteBuffer.wrap(zip)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putShort(end + 8, (short) 1)
                .putShort(end + 10, (short) 1)
                .putInt(end + 12, 46)
                .putInt(end + 16, 0);
        assertThatThrownBy(() -> SafeZip.open(zip, new SafeZip.Limits(1_000, 1 << 20, 1 << 20, 100)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("exchange.zip-entries"));
        try (SafeZip sound = SafeZip.open(large(20), SafeZip.Limits.USUAL)) {
            assertThat(sound.names()).hasSize(20);
        }
    }

    private static byte[] large(int entries) throws IOException {
        SeekableInMemoryByteChannel out = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setUseZip64(Zip64Mode.Always);
            for (int i = 0; i < entries; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry("items/" + i + ".xml"));
                zip.closeArchiveEntry();
            }
        }
        return Arrays.copyOf(out.array(), (int) out.size());
    }

    @Test
    void truncatedArchiveIsRefused() throws IOException {
        byte[] zip = zip("a.txt", "甲乙丙丁".repeat(1000));
        for (int length = 0; length < zip.length; length += 7) {
            byte[] part = Arrays.copyOf(zip, length);
            assertThatThrownBy(() -> SafeZip.open(part, SafeZip.Limits.USUAL)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void xmlIsReadAsATree() {
        var root = SafeXml.document(in("<q xmlns:m='urn:m' m:a='1'><p>甲 &lt;乙&gt; <![CDATA[<丙>]]></p></q>"))
                .getDocumentElement();
        assertThat(root.getAttributeNS("urn:m", "a")).isEqualTo("1");
        assertThat(root.getTextContent()).isEqualTo("甲 <乙> <丙>");
    }

    @Test
    void plainDocumentTypeIsPassedOver() {
        assertThat(SafeXml.document(in("<!DOCTYPE q SYSTEM 'http://127.0.0.1:1/q.dtd'><q>甲</q>"))
                        .getDocumentElement()
                        .getTextContent())
                .isEqualTo("甲");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE q [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><q>&x;</q>",
                "<!DOCTYPE q [<!ENTITY x SYSTEM 'http://127.0.0.1:1/'>]><q a='&x;'/>",
                "<!DOCTYPE q [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/'> %x;]><q>&y;</q>",
                "<!DOCTYPE q [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><q>&b;&b;&b;</q>",
                "<q>",
                "",
                "{\"a\": 1}"
            })
    void xmlThatReachesOutOrIsBrokenIsRefused(String text) {
        assertThatThrownBy(() -> SafeXml.document(in(text))).isInstanceOf(Problem.class);
    }

    @Test
    void xmlOfEndlessDepthIsRefused() {
        assertThatThrownBy(() -> SafeXml.document(in("<q>".repeat(100_000)))).isInstanceOf(Problem.class);
    }

    @Test
    void pictureOfAMillionPixelsASideIsRefusedByItsHead() throws IOException {
        byte[] png = png(3, 2);
        assertThat(SafePicture.size(png)).contains(new SafePicture.Size(3, 2));
        ByteBuffer.wrap(png).putInt(16, 1_000_000).putInt(20, 1_000_000);
        assertThatThrownBy(() -> SafePicture.size(png))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("exchange.picture-large"));
        assertThat(SafePicture.size("kein Bild".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static void refused(String code, byte[] zip) {
        assertThatThrownBy(() -> SafeZip.open(zip, SafeZip.Limits.USUAL))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static int lastIndexOf(byte[] bytes, int little) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int i = bytes.length - 4; i >= 0; i--) {
            if (buffer.getInt(i) == little) {
                return i;
            }
        }
        throw new AssertionError();
    }
}
