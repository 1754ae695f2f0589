package org.lianbing.bank.exchange.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.bank.exchange.format.Upload;

import static org.assertj.core.api.Assertions.assertThat;

class PlainFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 先验电再接地。A. été",
        "UTF-16LE, 先验电？{=对 ~错} é",
        "UTF-16BE, 先验电？{=对 ~错} é",
        "UTF-16LE, 一？{=开 ~合}",
        "UTF-16BE, 一？{=开 ~合}",
        "GB18030, 先验电，再接地。ANSWER: A",
        "GBK, 电流 {=大 ~小}",
        "windows-1252, L’élève déçu mange le pâté à Noël : ça {=été ~hiver}",
        "windows-1252, Größe ändern {T}"
    })
    void theEncodingIsToldFromTheBytes(String charset, String text) throws IOException {
        Path file = folder.resolve("q.txt");
        Files.write(file, text.getBytes(Charset.forName(charset)));
        Upload upload = new Upload("q.txt", file);
        try (BufferedReader in = PlainFile.open(upload)) {
            assertThat(in.readLine()).isEqualTo(text);
        }
        assertThat(PlainFile.head(upload, 4096)).isEqualTo(text);
    }
}
