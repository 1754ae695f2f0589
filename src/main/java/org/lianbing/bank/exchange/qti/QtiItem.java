package org.lianbing.bank.exchange.qti;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

import org.jsoup.nodes.Element;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
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

    private static final List<String> INLINE = List.of("textentryinteraction", "inlinechoiceinteraction");
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

    QtiItem(
            String place,
            Element item,
            List<String> path,
            Pictures pictures,
            Function<String, Optional<byte[]>> files) {
        this.place = place;
        this.item = item;
        this.labels = Labels.of(item.attr("identifier"), path);
        this.stimuli = new QtiStimuli(pictures, files);
        this.text = new QtiText(new MediaLinks(pictures, files, remarks));
        this.body = Optional.ofNullable(item.selectFirst("itembody")).orElseGet(() -> new Element("itembody"));
        stimuli.include(body, remarks);
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
            List<Element> blocks =
                    all.stream().filter(each -> !INLINE.contains(name(each))).toList();
            if (blocks.isEmpty()) {
                return item(text.stem(body), new Interaction.FillIn(blanks(all)));
            }
            if (blocks.size() > 1 || blocks.size() != all.size()) {
                return severalParts(all);
            }
            Element only = blocks.getFirst();
            QtiBlocks reader = new QtiBlocks(item, key(only), text, remarks);
            Interaction interaction = reader.interaction(only);
            String around = text.stem(body);
            return item((around + "\n\n" + reader.stem(only)).strip(), interaction);
        } catch (QtiExpressions.NotExact more) {
            return unread(Remark.of("exchange.problem.qti-template"));
        } catch (QtiBlocks.NoPicture none) {
            return unread(remarks.isEmpty() ? Remark.of("exchange.remark.picture-missing", "?") : remarks.getLast());
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
        return item.select("> templatedeclaration, > templateprocessing").isEmpty()
                ? Optional.empty()
                : Optional.of(QtiVariables.of(item));
    }

    /** One number to be filled in, computed from others that are drawn by chance. */
    private Question calculated(QtiVariables variables, List<Element> all) throws QtiExpressions.NotExact {
        if (all.size() != 1 || !name(all.getFirst()).equals("textentryinteraction")) {
            throw new QtiExpressions.NotExact();
        }
        return item(text.stem(body), variables.calculated(all.getFirst()));
    }

    /** Files, with a text or without: what people mark. */
    private Question work(List<Element> uploads, List<Element> texts) throws QtiBlocks.Foreign {
        int allowed = Math.min(uploads.size(), Interaction.MOST_UPLOADS);
        if (uploads.size() > allowed) {
            remarks.add(Remark.of("exchange.remark.uploads-fewer", String.valueOf(allowed)));
        }
        Element asking = texts.isEmpty() ? uploads.getFirst() : texts.getFirst();
        QtiBlocks reader =
                new QtiBlocks(item, keys.getOrDefault(asking.attr("responseidentifier"), QtiKey.NONE), text, remarks);
        String stem = (text.stem(body) + "\n\n" + reader.stem(asking)).strip();
        return item(stem, reader.written(asking, allowed));
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

    private List<Blank> blanks(List<Element> all) {
        List<Blank> blanks = new ArrayList<>();
        all.forEach(each -> blanks.add(new QtiBlocks(item, key(each), text, remarks).blank(each)));
        return blanks;
    }

    private Question severalParts(List<Element> all) throws QtiBlocks.Foreign {
        List<CasePart> parts = new ArrayList<>();
        for (Element each : all) {
            QtiBlocks reader = new QtiBlocks(item, key(each), text, remarks);
            boolean inline = INLINE.contains(name(each));
            Interaction interaction =
                    inline ? new Interaction.FillIn(List.of(reader.blank(each))) : reader.interaction(each);
            String stem = inline ? text.around(each) : reader.stem(each);
            parts.add(new CasePart(
                    stem.isEmpty() ? "#" + (parts.size() + 1) : stem, interaction, BigDecimal.ONE, "", null));
        }
        return item(text.stem(body), new Interaction.Case(parts));
    }

    private Question item(String stem, Interaction interaction) {
        String title = item.attr("title").strip();
        String explanation = QtiFeedback.of(item, body, text);
        if (!item.select("> responseprocessing responsecondition").isEmpty() && !QtiPlainRules.are(item, interaction)) {
            remarks.add(Remark.of("exchange.remark.scoring-left-out"));
        }
        if (QtiTemplates.countDifferently(item)) {
            remarks.add(Remark.of("exchange.remark.weights-evened"));
        }
        String shared = stimuli.text(item, remarks);
        String asked = stem.isEmpty() ? title : (shared + "\n\n" + stem).strip();
        ItemContent content =
                new ItemContent(asked, interaction, explanation, DIFFICULTY, QtiTemplates.credit(item, interaction));
        return new Question.Read(place, source(), labels, content, remarks);
    }

    private Question unread(Remark reason) {
        return new Question.Unread(place, source(), labels, reason);
    }

    private String source() {
        String words = (item.attr("title") + "\n"
                        + HtmlToMarkdown.of(body, image -> Optional.empty(), own -> Optional.empty()))
                .strip();
        return words.length() > LONGEST_SOURCE ? words.substring(0, LONGEST_SOURCE) + "…" : words;
    }
}
