package org.lianbing.bank.exchange.qti;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.rules.InteractionRules;

import static org.assertj.core.api.Assertions.assertThat;

/** Packages as others pack them: whatever the manifest says or leaves out, each item in them is met once. */
class QtiManifestTest {

    private static final String ITEM =
            "<assessmentItem identifier=\"%s\" title=\"T\"><itemBody><p>说明 <img src=\"img/a.png\" alt=\"图\"/></p><extendedTextInteraction responseIdentifier=\"R\"/></itemBody></assessmentItem>";

    @Test
    void namesAreFoundInOtherCapitalsAndWithOtherStrokes() throws IOException {
        Collected file = zip(
                "imsmanifest.xml",
                "<manifest><resources><resource type=\"imsqti_item_xmlv2p1\" href=\"Items\\Q%201.xml\"/></resources></manifest>",
                "items/q 1.xml",
                ITEM.formatted("q"),
                "items/IMG/A.png",
                "\u0089PNG");
        assertThat(file.contents()).hasSize(1);
        assertThat(file.pictures()).hasSize(1);
        assertThat(file.codes()).isEmpty();
    }

    @Test
    void itemsThatNobodyNamesAreReadToo() throws IOException {
        Collected file = zip(
                "imsmanifest.xml",
                "<manifest><resources><resource type=\"imsqti_item_xmlv2p1\" href=\"a.xml\"/><resource type=\"imsqti_item_xmlv2p1\" href=\"A.xml\"/></resources></manifest>",
                "a.xml",
                ITEM.formatted("a"),
                "b.xml",
                ITEM.formatted("b"));
        assertThat(file.questions())
                .extracting(question -> question.labels().id())
                .containsExactly("a", "b");
    }

    @Test
    void anArchiveOfItemsNeedsNoManifest() throws IOException {
        Collected file =
                zip("paper/one/a.xml", ITEM.formatted("a"), "paper/two/b.xml", ITEM.formatted("b"), "readme.txt", "x");
        assertThat(file.questions()).extracting(Question::place).containsExactly("paper/one/a.xml", "paper/two/b.xml");
    }

    /** Hundreds of items would each hold a copy of it. */
    @Test
    void aPassageThatNoItemCanHoldIsCutAndTheItemRefusedForIt() {
        assertThat(SharedPassage.bounded("铭牌".repeat(2_000))).isEqualTo("铭牌".repeat(2_000));
        assertThat(SharedPassage.bounded("铭牌".repeat(1_000_000))).hasSize(InteractionRules.LONGEST_TEXT + 1);
    }

    /** Keywords become tags, titles of sections the path; a passage of a section goes along, a note is told once. */
    @Test
    void whatStandsAroundAnItemComesAlong() throws IOException {
        Collected file = zip(
                "imsmanifest.xml",
                """
                <manifest><resources><resource type="imsqti_test_xmlv2p1" href="test/t.xml"/>
                <resource type="imsqti_item_xmlv2p1" href="a.xml"><metadata><lom><general><keyword><string>熔断器</string></keyword><keyword><langstring>保护</langstring></keyword></general>
                <classification><taxonPath><taxon><entry><string>低压电器</string></entry></taxon></taxonPath></classification></lom></metadata></resource>
                <resource type="imsqti_item_xmlv2p1" href="b.xml"/></resources></manifest>""",
                "test/t.xml",
                """
                <assessmentTest title="电工"><testPart><assessmentSection title="单选"><rubricBlock view="candidate"><p>每题一分。</p></rubricBlock>
                <rubricBlock view="candidate" use="sharedstimulus"><p>读图。</p></rubricBlock><assessmentItemRef href="../a.xml"/><assessmentSectionRef href="s.xml"/></assessmentSection></testPart></assessmentTest>""",
                "test/s.xml",
                "<assessmentSection title=\"加试\"><assessmentItemRef href=\"../b.xml\"/></assessmentSection>",
                "a.xml",
                ITEM.formatted("a"),
                "b.xml",
                ITEM.formatted("b"));
        List<Question> all = file.questions();
        assertThat(all.get(0).labels().tags()).containsExactly("熔断器", "保护", "低压电器");
        assertThat(all.get(0).labels().path()).containsExactly("电工", "单选");
        assertThat(all.get(1).labels().path()).containsExactly("电工", "单选", "加试");
        assertThat(file.contents())
                .allSatisfy(content -> assertThat(content.stem()).startsWith("读图。\n\n说明"));
        assertThat(file.codes().stream().filter("exchange.remark.note-section-left-out"::equals))
                .hasSize(1);
    }

    /** Sections that name each other, or one many times, are read once each; so is a test that many resources name. */
    @Test
    @Timeout(20)
    void aTestThatNamesItselfIsReadOnce() throws IOException {
        Collected file = zip(
                "imsmanifest.xml",
                "<manifest><resources>"
                        + "<resource type=\"imsqti_test_xmlv2p1\" href=\"t.xml\"/>".repeat(1_000)
                        + "</resources></manifest>",
                "t.xml",
                "<assessmentTest title=\"电工\"><testPart>"
                        + "<assessmentSectionRef href=\"T.xml\"/>".repeat(1_000)
                        + "<assessmentItemRef href=\"a.xml\"/></testPart></assessmentTest>",
                "a.xml",
                ITEM.formatted("a"));
        assertThat(file.questions())
                .singleElement()
                .satisfies(question -> assertThat(question.labels().path()).containsExactly("电工"));
    }

    private static Collected zip(String... namesAndTexts) throws IOException {
        return Collected.of(new QtiPackageReader(), "p.zip", QtiReaderTest.zip(namesAndTexts));
    }
}
