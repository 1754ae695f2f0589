package org.lianbing.bank.exchange.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Option;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.OneItem;

import static org.assertj.core.api.Assertions.assertThat;

/** Formulas of items are formulas in Word, and come back as they were spelled. */
class DocxFormulaTest {

    private static final String DOCUMENT = "word/document.xml";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$U_{AB}$",
                "$\\frac{U}{R}$",
                "$\\frac12$",
                "$\\dfrac{a}{b}$",
                "$x^2$",
                "$x^{2}$",
                "$x_1^2$",
                "$\\sqrt{x}$",
                "$\\sqrt[3]{x+1}$",
                "$a \\times b \\div c \\le d \\leq e$",
                "$R = 10\\,\\Omega$",
                "$I_k = \\frac{I_N}{u_k\\%}\\times 100$",
                "$\\overline{A + B} = \\bar A \\cdot \\bar B$",
                "$\\vec{F}' = \\hat{n} \\dot x$",
                "$\\sum_{i=1}^{n} a_i = \\int_0^T u(t) dt$",
                "$\\sum = 0$",
                "$\\left( \\frac{a}{b} \\right)^2 + \\left. x \\right|$",
                "$\\sin 30^\\circ + \\cos(\\omega t) + \\lim_{x \\to 0} f + \\log_2 8$",
                "$P_\\text{额定} = 5 \\mathrm{kW}$",
                "$a_1*b*c_2 - d$",
                "$\\text{]]><w:p>}</m:oMath>$",
                "$$E = mc^2$$",
                "$\\max_{i} x_i < y \\& z$",
                "$额定电流$",
                "${}_6^{12}\\mathrm{C} + {}_1^2$",
                "$220\u00a0V$",
                "$a\u2028b^2$",
            })
    void whatIsUsualIsAFormulaInWord(String formula) throws IOException {
        assertThat(document(formula)).contains("<m:oMath>").doesNotContain("LianbingTex\"");
        assertThat(back(formula, UnaryOperator.identity())).isEqualTo("求 " + formula + " 的值。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$\\begin{matrix}a & b\\end{matrix}$",
                "$\\foo{x}$",
                "$\\frac{1}$",
                "$x^2^3$",
                "$\\left(x$",
                "$\\href{javascript:x}{y}$",
                "${}$",
            })
    void whatIsNotKnownStaysTex(String formula) throws IOException {
        assertThat(document(formula)).doesNotContain("<m:oMath>").contains("LianbingTex\"");
        assertThat(back(formula, UnaryOperator.identity())).isEqualTo("求 " + formula + " 的值。");
    }

    /** A file that is nested deeper than our reader goes could not come back at all. */
    @Test
    void whatIsNestedDeepStaysTex() throws IOException {
        for (String formula : List.of(
                "$" + "\\sqrt{".repeat(40) + "x" + "}".repeat(40) + "$",
                "$" + "\\sum_i a ".repeat(100) + "b$",
                "$" + "\\sqrt ".repeat(300) + "x$")) {
            assertThat(document(formula)).doesNotContain("<m:oMath>");
            assertThat(back(formula, UnaryOperator.identity())).isEqualTo("求 " + formula + " 的值。");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "$\\sqrt{3}$ § <m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e>3</m:e></m:rad>",
                "$\\overline{A}$ § <m:bar><m:barPr><m:pos m:val=\"top\"/></m:barPr><m:e>A</m:e></m:bar>",
                "$\\left(a\\right.$ § <m:d><m:dPr><m:begChr m:val=\"(\"/><m:endChr m:val=\"\"/></m:dPr><m:e>a</m:e></m:d>",
                "$\\sum_i^n a+b$ § <m:nary><m:naryPr><m:chr m:val=\"∑\"/><m:limLoc m:val=\"undOvr\"/></m:naryPr><m:sub>i</m:sub><m:sup>n</m:sup><m:e>a</m:e></m:nary>+b",
                "$\\int (a+b)$ § <m:nary><m:naryPr><m:chr m:val=\"∫\"/><m:limLoc m:val=\"subSup\"/><m:subHide m:val=\"1\"/><m:supHide m:val=\"1\"/></m:naryPr><m:sub></m:sub><m:sup></m:sup><m:e>(a+b)</m:e></m:nary>",
                "$\\lim_n x$ § <m:func><m:fName><m:limLow><m:e>lim</m:e><m:lim>n</m:lim></m:limLow></m:fName><m:e>x</m:e></m:func>",
                "${}_6^{12}C$ § <m:sPre><m:sub>6</m:sub><m:sup>12</m:sup><m:e>C</m:e></m:sPre>",
                "$\\vec F$ § <m:acc><m:accPr><m:chr m:val=\"\u20d7\"/></m:accPr><m:e>F</m:e></m:acc>",
            })
    void wordGetsTheElementsItWritesItself(String formula, String omml) throws IOException {
        assertThat(document(formula).replaceAll("<m:r>.*?<m:t xml:space=\"preserve\">(.*?)</m:t></m:r>", "$1"))
                .contains("<m:oMath>" + omml + "</m:oMath>");
    }

    /** Words keep the typeface of the text, names stand upright. */
    @Test
    void wordsAndNamesAreMarked() throws IOException {
        assertThat(document("$P_\\text{额定}\\mathrm{W}$"))
                .contains(
                        "<m:r><m:rPr><m:nor/></m:rPr><m:t xml:space=\"preserve\">额定</m:t></m:r>",
                        "<m:sty m:val=\"p\"/></m:rPr><w:rPr>");
    }

    @Test
    void aDisplayedOneHasALineOfItsOwn() throws IOException {
        assertThat(document("$$x$$")).contains("<m:oMathPara><m:oMath>");
    }

    /** Its spelling goes along unseen, and counts no more once somebody changed the formula in Word. */
    @Test
    void aChangedFormulaWins() throws IOException {
        String formula = "$x^2$";
        assertThat(document(formula)).contains("<w:vanish/>");
        assertThat(back(formula, xml -> xml.replace(">x</m:t>", ">y</m:t>"))).isEqualTo("求 ${y}^{2}$ 的值。");
        assertThat(back(formula, xml -> xml.replaceFirst("<m:oMath>.*</m:oMath>", "")))
                .doesNotContain("x");
    }

    /** Office programs cut runs in two, and put empty ones between. */
    @Test
    void theSpellingIsFoundInWhatAnotherProgramSaved() throws IOException {
        String run = "</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"LianbingSpelled\"/></w:rPr><w:t>";
        assertThat(back(
                        "$x^2$",
                        xml -> xml.replace("$x^2$</w:t></w:r>", "$x" + run + "^2$</w:t></w:r><w:r><w:rPr/></w:r>")))
                .isEqualTo("求 $x^2$ 的值。");
    }

    /** What somebody hides before a formula does not come in unless it is that formula. */
    @Test
    void whatIsHiddenIsNoWayIn() throws IOException {
        assertThat(back("$x^2$", xml -> xml.replace("$x^2$", "$x^2$ <b>y</b> $x^2$")))
                .isEqualTo("求 ${x}^{2}$ 的值。");
        assertThat(back("$x^2$", xml -> xml.replace("$x^2$", "$".repeat(5)))).isEqualTo("求 ${x}^{2}$ 的值。");
    }

    @Test
    void formulasComeBackWhereverTheyStand() {
        ItemContent content = new ItemContent(
                "求 $\\frac{U}{R}$：\n\n| 量 | 值 |\n| --- | --- |\n| $U_1$ | $x^2$ |\n| $\\sqrt 3$ | $\\foo$ |",
                new Interaction.SingleChoice(List.of(
                        new Option("$I = \\frac UR$", true, null), new Option("**$R^2$** 和 $\\Omega$", false, null))),
                "因为 $U = IR$，所以\n\n$$I = \\frac{U}{R}$$",
                3);
        Collected back = Collected.of(
                WordTesting.reader(),
                "paper.docx",
                new OneItem(List.of(content), Map.of()).written(WordTesting.writer()));
        assertThat(back.codes()).isEmpty();
        assertThat(back.only().stem()).contains("$\\frac{U}{R}$", "| $U_1$ | $x^2$ |", "| $\\sqrt 3$ | $\\foo$ |");
        assertThat(((Interaction.SingleChoice) back.only().interaction()).options())
                .extracting(Option::text)
                .containsExactly("$I = \\frac UR$", "$R^2$ 和 $\\Omega$");
        assertThat(back.only().explanation()).contains("$U = IR$", "$$I = \\frac{U}{R}$$");
    }

    private static byte[] paper(String formula) throws IOException {
        ItemContent content = new ItemContent("求 " + formula + " 的值。", new Interaction.TrueFalse(true), "", 3);
        return new OneItem(List.of(content), Map.of()).written(WordTesting.writer());
    }

    private static String document(String formula) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(paper(formula)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(DOCUMENT)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    /** The stem that is read from the paper after somebody worked on it. */
    private static String back(String formula, UnaryOperator<String> work) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(paper(formula)));
                ZipOutputStream again = new ZipOutputStream(out)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                again.putNextEntry(new ZipEntry(entry.getName()));
                again.write(
                        entry.getName().equals(DOCUMENT)
                                ? work.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return Collected.of(WordTesting.reader(), "paper.docx", out.toByteArray())
                .only()
                .stem();
    }
}
