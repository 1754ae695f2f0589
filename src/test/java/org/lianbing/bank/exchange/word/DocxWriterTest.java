package org.lianbing.bank.exchange.word;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Option;
import org.lianbing.bank.content.AnyContent;
import org.lianbing.bank.content.EveryType;
import org.lianbing.bank.content.Seen;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.OneItem;

import static org.assertj.core.api.Assertions.assertThat;

class DocxWriterTest {

    /** A printed paper says all of these; of the others a person reads it. */
    private static final Set<ItemType> CARRIED =
            Set.of(ItemType.TRUE_FALSE, ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.ORDERING);

    @Test
    void aPrintedPaperIsReadBackByOurReader() {
        List<ItemContent> all = EveryType.contents()
                .filter(content -> CARRIED.contains(content.interaction().type()))
                .map(DocxWriterTest::printed)
                .toList();
        Collected back = Collected.of(new DocxReader(), "paper.docx", new OneItem(all, Map.of()).written(writer()));
        assertThat(back.contents()).isEqualTo(all);
        assertThat(back.codes()).isEmpty();
    }

    /** Whatever the words are, the printed ones come back, and so does what is right. */
    @Test
    void anyContentThatAPaperCanSayIsReadBack() {
        for (ItemContent content : AnyContent.whole(new Random(61), 400)) {
            if (!CARRIED.contains(content.interaction().type())) {
                continue;
            }
            Collected back = Collected.of(
                    new DocxReader(), "paper.docx", new OneItem(List.of(content), Map.of()).written(writer()));
            assertThat(back.questions()).as(content.toString()).hasSize(1);
            assertThat(Seen.of(back.only())).isEqualTo(Seen.of(printed(content)));
        }
    }

    @Test
    void everyTypeIsPrinted() {
        List<ItemContent> all = EveryType.contents().toList();
        Collected back = Collected.of(new DocxReader(), "paper.docx", new OneItem(all, Map.of()).written(writer()));
        assertThat(back.questions()).hasSizeGreaterThanOrEqualTo(all.size());
    }

    @Test
    void formulasAreReadBackAsTheyWere() {
        ItemContent content = new ItemContent("求 $a_1*b*c_2$ 的值，$x \\ne y$。", new Interaction.TrueFalse(true), "", 3);
        Collected back =
                Collected.of(new DocxReader(), "paper.docx", new OneItem(List.of(content), Map.of()).written(writer()));
        assertThat(back.only().stem()).isEqualTo(content.stem());
    }

    /** The numbers of lists and lines in a text are none of questions, nor are letters there options. */
    @Test
    void whatIsNumberedWithinATextBeginsNothing() {
        List<Option> options = List.of(new Option("停机", true, null), new Option("加油\n\n2\\. 换油", false, null));
        List<ItemContent> all = List.of(
                new ItemContent(
                        "下列步骤：\n\n1. 断电\n2. 挂牌\n3. 验电\n\n先做哪一步（ ）",
                        new Interaction.SingleChoice(options),
                        "因为：\n\n1. 安全第一\n2. 答案：B\n3. A. 挂牌",
                        3),
                new ItemContent("1. 甲\n2. 乙", new Interaction.SingleChoice(options), "见表。\\\n1\\. 甲\\\n30\\. 丙", 3),
                new ItemContent("先做哪一步（ ）", new Interaction.SingleChoice(options), "略。", 3));
        Collected back = Collected.of(new DocxReader(), "paper.docx", new OneItem(all, Map.of()).written(writer()));
        assertThat(back.contents()).hasSameSizeAs(all);
        assertThat(back.contents().getFirst().stem()).contains("断电", "挂牌", "验电", "先做哪一步");
        assertThat(back.contents().getFirst().explanation()).contains("安全第一", "答案：B", "A. 挂牌");
        assertThat(back.contents().get(1).explanation()).contains("见表", "甲", "丙");
        assertThat(back.contents())
                .allSatisfy(content -> assertThat(((Interaction.SingleChoice) content.interaction()).options())
                        .hasSize(2));
    }

    /** Reasons of single options and difficulty are not printed. */
    private static ItemContent printed(ItemContent content) {
        Interaction interaction = switch (content.interaction()) {
            case Interaction.SingleChoice choice -> new Interaction.SingleChoice(bare(choice.options()));
            case Interaction.MultipleChoice choice -> new Interaction.MultipleChoice(bare(choice.options()));
            default -> content.interaction();
        };
        return new ItemContent(content.stem(), interaction, content.explanation(), 3);
    }

    private static List<Option> bare(List<Option> options) {
        return options.stream()
                .map(option -> new Option(option.text(), option.correct(), null))
                .toList();
    }

    private static DocxWriter writer() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("i18n.formats");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return new DocxWriter(texts);
    }
}
