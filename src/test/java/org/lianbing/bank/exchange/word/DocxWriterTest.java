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
