package org.lianbing.base.sheet;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(10)
class SheetBoundsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'><c r='FXSHRXW2'/></row>",
                "<row r='1'><c r='XFE1'/></row>",
                "<row r='1'><c r='A1048577'/></row>",
                "<row r='1'><c r='{1'/></row>",
                "<row r='1048577'/>",
                "<row r='2147483647'/>",
                "<row r='-1'/>",
                "<row><c><row/></c><c r='ZZZZZ1'/></row>"
            })
    void placesOutsideOfASheetAreRefused(String rows) {
        refused("exchange.file-broken", sheet(rows), StandardCharsets.UTF_8);
        refused("exchange.file-broken", sheet(rows), StandardCharsets.UTF_16);
    }

    @Test
    void moreCellsThanARowHasAreRefusedWithoutNames() {
        refused("exchange.file-broken", sheet("<row>" + "<c/>".repeat(16_385) + "</row>"), StandardCharsets.UTF_8);
        refused(
                "exchange.file-broken",
                sheet("<row>" + "<c><row/></c>".repeat(16_385) + "</row>"),
                StandardCharsets.UTF_8);
        refused(
                "exchange.file-broken",
                sheet("<row>" + "<c r='A1'/>".repeat(16_384) + "<c/></row>"),
                StandardCharsets.UTF_8);
    }

    @Test
    void rowsFullOfGapsAreRefused() {
        refused("exchange.file-swells", sheet("<row><c r='XFD1'/></row>".repeat(13_000)), StandardCharsets.UTF_8);
    }

    @Test
    void endlessTagsTextsAndDepthsAreRefused() {
        String long3 = "x>'".repeat(1 << 20);
        refused("exchange.file-swells", sheet("<row s=\"" + long3 + "\"/>"), StandardCharsets.UTF_8);
        refused("exchange.file-swells", sheet("<row s=\"" + "㰀>".repeat(2 << 20) + "\"/>"), StandardCharsets.UTF_16);
        refused("exchange.file-swells", sheet("<row><c><v>" + long3 + "</v></c></row>"), StandardCharsets.UTF_8);
        refused("exchange.file-swells", sheet("<row><c><v><c/>" + long3 + "</v></c></row>"), StandardCharsets.UTF_8);
        refused("exchange.file-swells", "<sst><si><t>" + long3 + "</t></si></sst>", StandardCharsets.UTF_8);
        refused("exchange.file-broken", "<a>".repeat(1_000), StandardCharsets.UTF_8);
    }

    @Test
    void whatASheetCanHaveIsTaken() {
        sound(sheet(
                "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='XFD1'/></row><row r='1048576'><c r='B1048576'/></row>"));
        sound(sheet("<row>" + "<c/>".repeat(16_384) + "</row><row><c/></row>"));
        // What people keep beside their sheets.
        sound("<DataMashup>" + "AAAA'\"".repeat(1 << 20) + "</DataMashup>");
        sound("<a><!-- <b ' --><c:row xmlns:c='urn:c'/></a>");
        sound("\u0089PNG\r\n");
        sound("");
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    private static void sound(String part) {
        assertThatCode(() -> SheetBounds.check(in(part, StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    private static void refused(String code, String part, Charset charset) {
        assertThatThrownBy(() -> SheetBounds.check(in(part, charset)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static InputStream in(String part, Charset charset) {
        return new ByteArrayInputStream(part.getBytes(charset));
    }
}
