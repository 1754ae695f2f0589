package org.lianbing.bank.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.exchange.format.Upload;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class FormatsTest {

    @Autowired
    Formats formats;

    @TempDir
    Path folder;

    /** A workbook has far fewer files, which is no reason to refuse what is none. */
    @Test
    void aPackageOfManyThousandFilesIsRecognised() throws IOException {
        Path file = folder.resolve("package.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("imsmanifest.xml"));
            for (int i = 0; i < 12_000; i++) {
                zip.putNextEntry(new ZipEntry("items/" + i + "/item.xml"));
            }
        }
        assertThat(formats.of(new Upload("package.zip", file)).format()).isEqualTo("qti-package");
    }
}
