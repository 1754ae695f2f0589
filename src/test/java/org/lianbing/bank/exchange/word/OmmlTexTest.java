package org.lianbing.bank.exchange.word;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lianbing.bank.exchange.format.SafeXml;

import static org.assertj.core.api.Assertions.assertThat;

/** Formulas as Word writes them; an R stands for a run with the letter behind it. */
class OmmlTexTest {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '^',
            value = {
                "<m:rad><m:radPr><m:degHide m:val='1'/></m:radPr><m:deg/><m:e>Rx</m:e></m:rad> ! \\sqrt{x}",
                "<m:rad><m:radPr><m:degHide m:val='1'/></m:radPr><m:deg>R2</m:deg><m:e>Rx</m:e></m:rad> ! \\sqrt{x}",
                "<m:rad><m:deg>R3</m:deg><m:e>Rx</m:e></m:rad> ! \\sqrt[3]{x}",
                "<m:sSup><m:e>Rx</m:e><m:sup>R2</m:sup></m:sSup> ! {x}@{2}",
                "<m:sSub><m:e>Rx</m:e><m:sub>R1</m:sub></m:sSub> ! {x}_{1}",
                "<m:sSubSup><m:e>Rx</m:e><m:sub>R1</m:sub><m:sup>R2</m:sup></m:sSubSup> ! {x}_{1}@{2}",
                "<m:sPre><m:sub>R1</m:sub><m:sup>R2</m:sup><m:e>RH</m:e></m:sPre> ! {}_{1}@{2}{H}",
                "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>Ri</m:sub><m:sup>Rn</m:sup><m:e>Ra</m:e></m:nary> ! \\sum_{i}@{n} a",
                "<m:nary><m:naryPr><m:chr m:val='∏'/></m:naryPr><m:sub>Ri</m:sub><m:sup/><m:e>Ra</m:e></m:nary> ! \\prod_{i} a",
                "<m:nary><m:sub>R0</m:sub><m:sup>R1</m:sup><m:e>Rx</m:e></m:nary> ! \\int_{0}@{1} x",
                "<m:m><m:mr><m:e>Ra</m:e><m:e>Rb</m:e></m:mr><m:mr><m:e>Rc</m:e><m:e>Rd</m:e></m:mr></m:m> ! \\begin{matrix}a & b \\\\ c & d\\end{matrix}",
                "<m:d><m:e>Rx</m:e></m:d> ! \\left(x\\right)",
                "<m:d><m:dPr><m:begChr m:val='{'/><m:endChr m:val=''/></m:dPr><m:e><m:eqArr><m:e>Ra</m:e><m:e>Rb</m:e></m:eqArr></m:e></m:d> ! \\left\\{\\begin{aligned}a \\\\ b\\end{aligned}\\right.",
                "<m:d><m:dPr><m:begChr m:val='⌈'/><m:endChr m:val='⌉'/></m:dPr><m:e>Rx</m:e></m:d> ! \\left\\lceil x\\right\\rceil",
                "<m:d><m:dPr><m:begChr m:val='|'/><m:endChr m:val='|'/></m:dPr><m:e>Rx</m:e></m:d> ! \\left|x\\right|",
                "<m:d><m:dPr><m:sepChr m:val=','/></m:dPr><m:e>Rx</m:e><m:e>Ry</m:e></m:d> ! \\left(x,y\\right)",
                "<m:d><m:e>Rx</m:e><m:e>Ry</m:e></m:d> ! \\left(x\\middle|y\\right)",
                "<m:func><m:fName>Rsin</m:fName><m:e>Rx</m:e></m:func> ! \\sin {x}",
                "<m:func><m:fName><m:sSup><m:e>Rsin</m:e><m:sup>R2</m:sup></m:sSup></m:fName><m:e>Rx</m:e></m:func> ! \\sin@{2}{x}",
                "<m:func><m:fName><m:sSub><m:e>Rlog</m:e><m:sub>R2</m:sub></m:sSub></m:fName><m:e>Rx</m:e></m:func> ! \\log_{2}{x}",
                "<m:func><m:fName><m:limLow><m:e>Rlim</m:e><m:lim>Rn</m:lim></m:limLow></m:fName><m:e>Rx</m:e></m:func> ! \\lim_{n}{x}",
                "<m:acc><m:e>Rx</m:e></m:acc> ! \\hat{x}",
                "<m:acc><m:accPr><m:chr m:val='&#x303;'/></m:accPr><m:e>Rx</m:e></m:acc> ! \\tilde{x}",
                "<m:acc><m:accPr><m:chr m:val='&#x20d7;'/></m:accPr><m:e>Rx</m:e></m:acc> ! \\vec{x}",
                "<m:acc><m:accPr><m:chr m:val='&#x307;'/></m:accPr><m:e>Rx</m:e></m:acc> ! \\dot{x}",
                "<m:acc><m:accPr><m:chr m:val='&#x305;'/></m:accPr><m:e>Rx</m:e></m:acc> ! \\bar{x}",
                "<m:bar><m:barPr><m:pos m:val='top'/></m:barPr><m:e>Rx</m:e></m:bar> ! \\overline{x}",
                "<m:bar><m:e>Rx</m:e></m:bar> ! \\underline{x}",
                "<m:groupChr><m:e>Rx</m:e></m:groupChr> ! \\underbrace{x}",
                "<m:groupChr><m:groupChrPr><m:chr m:val='&#x23de;'/><m:pos m:val='top'/></m:groupChrPr><m:e>Rx</m:e></m:groupChr> ! \\overbrace{x}",
                "<m:borderBox><m:e>Rx</m:e></m:borderBox> ! \\boxed{x}",
                "<m:eqArr><m:e><m:r><m:t>a&amp;=b</m:t></m:r></m:e><m:e><m:r><m:t>c&amp;=d</m:t></m:r></m:e></m:eqArr> ! \\begin{aligned}a&=b \\\\ c&=d\\end{aligned}",
                "<m:r><m:rPr><m:sty m:val='p'/></m:rPr><m:t>kW</m:t></m:r> ! \\mathrm{kW}",
                "<m:r><m:rPr><m:sty m:val='p'/></m:rPr><m:t>Ω</m:t></m:r> ! \\Omega",
                "<m:r><m:rPr><m:sty m:val='p'/></m:rPr><m:t>cos</m:t></m:r><m:d><m:e>Rx</m:e></m:d> ! \\cos \\left(x\\right)",
                "<m:func><m:fName><m:sSub><m:e><m:r><m:rPr><m:sty m:val='p'/></m:rPr><m:t>log</m:t></m:r></m:e><m:sub>R2</m:sub></m:sSub></m:fName><m:e>Rx</m:e></m:func> ! \\log_{2}{x}",
                "<m:func><m:fName><m:r><m:rPr><m:sty m:val='p'/></m:rPr><m:t>sin</m:t></m:r></m:fName><m:e>Rx</m:e></m:func> ! \\sin {x}",
                "<m:r><m:t>a−b∘ϕ′</m:t></m:r> ! a-b\\circ \\phi '",
                "<m:r><m:rPr><m:nor/></m:rPr><m:t>当 </m:t></m:r>Rx ! \\text{当 }x",
                "<m:r><m:rPr><m:nor/></m:rPr><m:t>220 Ω_1 ≤ 5%</m:t></m:r> ! \\text{220 Ω\\_1 ≤ 5\\%}",
                "<m:unheard><m:e>Rx</m:e></m:unheard> ! x"
            })
    void wordsOfOfficeMathBecomeLatex(String omml, String tex) {
        String runs = omml.replaceAll("R([A-Za-z0-9]+)", "<m:r><m:t>$1</m:t></m:r>");
        String xml = "<m:oMath xmlns:m=\"" + NAMESPACE + "\">" + runs + "</m:oMath>";
        assertThat(OmmlTex.of(SafeXml.document(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()))
                // The sign of an exponent is the one that quotes here.
                .isEqualTo(tex.replace('@', '^'));
    }
}
