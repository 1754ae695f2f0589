package org.lianbing.bank.exchange.qti;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.HtmlToMarkdown;
import org.lianbing.bank.exchange.text.MediaLinks;
import org.lianbing.base.Problem;

/**
 * One assessment item. Inline interactions become the blanks of a 填空; one block interaction is the item; several make
 * a 案例. Source: 1EdTech, "QTI Assessment, Section and Item Information Model" 2.1, 2.2 and 3.0.
 */
final class QtiItem {

    private static final String INTERACTION = "interaction";
    private static final String UPLOAD = "uploadinteraction";
    private static final String TEXT = "extendedtextinteraction";
    private static final int LONGEST_SOURCE = 4000;
    private static final int DIFFICULTY = 3;

    private final String place;
    private final Element item;
    private final Labels labels;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, QtiKey> keys = new HashMap<>();
    private final QtiText text;
    private final Element body;
    private final QtiStimuli stimuli;
    private final QtiWorth worth;
    private QtiSection section = QtiSection.NONE;

    QtiItem(String place, Element item, Labels labels, Pictures pictures, Function<String, Optional<byte[]>> files) {
        this.place = place;
        this.item = item;
        this.labels = labels;
        this.stimuli = new QtiStimuli(pictures, files);
        this.text = new QtiText(new MediaLinks(pictures, files, remarks));
        this.body = Optional.ofNullable(item.selectFirst("itembody")).orElseGet(() -> new Element("itembody"));
        stimuli.include(body, remarks);
        QtiBody.begin(item, body);
        this.worth = new QtiWorth(item, keys, remarks);
    }

    /** Tells in what it stands. */
    void around(QtiSection its) {
        section = its;
    }

    /** As the file says; in our own words where it came from us and nobody changed it since. */
    Question read() {
        Optional<ItemContent> own = QtiOwn.of(item);
        Question read = readParts();
        if (own.isEmpty()) {
            return read;
        }
        // Whatever is shown brings its pictures along, also where nothing asks.
        text.stem(body);
        remarks.clear();
        return new Question.Read(place, source(), labels, own.get(), List.of());
    }

    private Question readParts() {
        try {
            Optional<QtiVariables> variables = variables();
            item.select("> responsedeclaration")
                    .forEach(declaration -> keys.put(declaration.attr("identifier"), declared(declaration)));
            List<Element> all = interactions();
            if (QtiBody.asksLater(body)) {
                return unread(Remark.of("exchange.problem.qti-adaptive"));
            }
            if (variables.isPresent() && !variables.get().constant()) {
                return calculated(variables.get(), all);
            }
            if (all.isEmpty()) {
                return unread(Remark.of("exchange.problem.description"));
            }
            List<Element> uploads =
                    all.stream().filter(each -> name(each).equals(UPLOAD)).toList();
            List<Element> others =
                    all.stream().filter(each -> !name(each).equals(UPLOAD)).toList();
            if (!uploads.isEmpty()
                    && others.stream().allMatch(each -> name(each).equals(TEXT))
                    && others.size() <= 1) {
                return work(uploads, others);
            }
            List<Element> blocks = all.stream()
                    .filter(each -> !QtiText.INLINE.contains(name(each)))
                    .toList();
            if (blocks.isEmpty()) {
                return item(text.stem(body), new Interaction.FillIn(blanks(all)), all);
            }
            if (blocks.size() > 1 || blocks.size() != all.size()) {
                return severalParts(all);
            }
            Element only = blocks.getFirst();
            QtiBlocks reader = reader(only);
            Interaction interaction = reader.interaction(only);
            String around = text.stem(body);
            return item((around + "\n\n" + reader.stem(only)).strip(), interaction, all);
        } catch (QtiExpressions.NotExact more) {
            return unread(Remark.of("exchange.problem.qti-template"));
        } catch (QtiBlocks.NoPicture none) {
            return unread(remarks.isEmpty() ? Remark.of("exchange.remark.picture-missing", "?") : remarks.getLast());
        } catch (QtiBlocks.NoKey none) {
            return unread(Remark.of("exchange.remark.no-key"));
        } catch (QtiBlocks.Foreign foreign) {
            return unread(Remark.of("exchange.problem.foreign-type", foreign.type()));
        } catch (Problem problem) {
            return unread(Remark.of(problem));
        } catch (ArithmeticException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NoSuchElementException e) {
            return unread(Remark.of("exchange.problem.answers-unreadable"));
        }
    }

    /** The template variables, where there are some. */
    private Optional<QtiVariables> variables() throws QtiExpressions.NotExact {
        return item.select("> templatedeclaration, > templateprocessing").isEmpty() || QtiVariables.areIdle(item)
                ? Optional.empty()
                : Optional.of(QtiVariables.of(item));
    }

    /** One number to be filled in, computed from others that are drawn by chance. */
    private Question calculated(QtiVariables variables, List<Element> all) throws QtiExpressions.NotExact {
        if (all.size() != 1 || !name(all.getFirst()).equals("textentryinteraction")) {
            throw new QtiExpressions.NotExact();
        }
        return item(text.stem(body), variables.calculated(all.getFirst()), all);
    }

    /** Files, with a text or without: what people mark. */
    private Question work(List<Element> uploads, List<Element> texts) throws QtiBlocks.Foreign {
        int allowed = Math.min(uploads.size(), Interaction.MOST_UPLOADS);
        if (uploads.size() > allowed) {
            remarks.add(Remark.of("exchange.remark.uploads-fewer", String.valueOf(allowed)));
        }
        Element asking = texts.isEmpty() ? uploads.getFirst() : texts.getFirst();
        QtiBlocks reader = new QtiBlocks(
                item, keys.getOrDefault(asking.attr("responseidentifier"), QtiKey.NONE), text, remarks, worth);
        String stem = (text.stem(body) + "\n\n" + reader.stem(asking)).strip();
        return item(stem, reader.written(asking, allowed), texts);
    }

    /** What is right by the declaration, or where it says nothing by the scoring. */
    private QtiKey declared(Element declaration) {
        QtiKey key = QtiKey.of(declaration);
        List<String> scored = key.empty() ? QtiConditions.values(item, declaration.attr("identifier")) : List.of();
        if (scored.isEmpty()) {
            return key;
        }
        remarks.add(Remark.guess(0.7, "exchange.remark.key-from-scoring"));
        return key.with(scored);
    }

    private static String name(Element element) {
        return element.normalName();
    }

    /** All that ask something, outermost first. */
    private List<Element> interactions() {
        return body.select("*").stream()
                .filter(element ->
                        name(element).endsWith(INTERACTION) && !name(element).equals("endattemptinteraction"))
                .filter(element -> element.parents().stream()
                        .noneMatch(parent -> name(parent).endsWith(INTERACTION)))
                .toList();
    }

    private QtiKey key(Element interaction) {
        QtiKey key = keys.getOrDefault(interaction.attr("responseidentifier"), QtiKey.NONE);
        if (key.empty() && !name(interaction).equals("extendedtextinteraction")) {
            remarks.add(Remark.guess(0.2, "exchange.remark.no-key"));
        }
        return key;
    }

    private QtiBlocks reader(Element interaction) {
        return new QtiBlocks(item, key(interaction), text, remarks, worth);
    }

    private List<Blank> blanks(List<Element> all) {
        List<Blank> blanks = new ArrayList<>();
        all.forEach(each -> blanks.add(reader(each).blank(each)));
        return blanks;
    }

    private Question severalParts(List<Element> all) throws QtiBlocks.Foreign {
        QtiParts reader = new QtiParts(text, this::reader);
        List<CasePart> parts = worth.weighed(reader.of(all), reader.asked());
        return written(text.stem(body), new Interaction.Case(parts), null);
    }

    private Question item(String stem, Interaction interaction, List<Element> asked) {
        return written(stem, interaction, worth.credit(interaction, asked));
    }

    private Question written(String stem, Interaction interaction, @Nullable PartialCredit credit) {
        String title = item.attr("title").strip();
        String explanation = QtiFeedback.of(item, body, text);
        demandNotes(interaction);
        String shared = (section.passage(remarks) + "\n\n" + stimuli.text(item, remarks)).strip();
        String asked = stem.isEmpty() ? title : (shared + "\n\n" + stem).strip();
        ItemContent content = new ItemContent(asked, interaction, explanation, DIFFICULTY, credit);
        return new Question.Read(place, source(), labels, content, remarks);
    }

    /** What is said to those who score has its place only where they do. */
    private void demandNotes(Interaction interaction) {
        boolean kept = interaction instanceof Interaction.Essay
                || interaction instanceof Interaction.Case(List<CasePart> parts)
                        && parts.stream().anyMatch(part -> part.interaction() instanceof Interaction.Essay);
        QtiBody.notes(body).stream()
                .map(text::markdown)
                .filter(said -> !said.isEmpty() && !kept)
                .forEach(said -> remarks.add(Remark.of("exchange.remark.note-left-out", said)));
    }

    private Question unread(Remark reason) {
        return new Question.Unread(place, source(), labels, reason);
    }

    /** Each choice on a line of its own. */
    private static Optional<String> apart(Element element) {
        return name(element).matches("simplechoice|simpleassociablechoice|inlinechoice|gaptext")
                ? Optional.of(
                        "\n" + HtmlToMarkdown.of(element, image -> Optional.empty(), own -> Optional.empty()) + "\n")
                : Optional.empty();
    }

    private String source() {
        String words = (item.attr("title") + "\n" + HtmlToMarkdown.of(body, image -> Optional.empty(), QtiItem::apart))
                .strip();
        return words.length() > LONGEST_SOURCE ? words.substring(0, LONGEST_SOURCE) + "…" : words;
    }
}
