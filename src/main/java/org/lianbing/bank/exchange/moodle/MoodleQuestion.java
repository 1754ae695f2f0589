package org.lianbing.bank.exchange.moodle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import org.lianbing.bank.Blank;
import org.lianbing.bank.CasePart;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.PartialCredit;
import org.lianbing.bank.Rubric;
import org.lianbing.bank.exchange.format.Labels;
import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.Numbers;
import org.lianbing.bank.exchange.text.Wildcards;
import org.lianbing.bank.exchange.text.XmlParts;
import org.lianbing.bank.exchange.wide.PlainText;
import org.lianbing.base.Problem;

/** One question of a Moodle XML file. Source of the format: Moodle's documentation, "Moodle XML format". */
final class MoodleQuestion {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final int DIFFICULTY = 3;
    /** Where a formula editor puts in a variable. */
    private static final Pattern COMPUTED = Pattern.compile("#[A-Za-z]\\w*");

    private final String place;
    private final Element question;
    private final Labels labels;
    private final List<Remark> remarks = new ArrayList<>();
    private final MoodleText text;
    private @Nullable PartialCredit credit;

    MoodleQuestion(String place, Element question, List<String> path, Pictures pictures) {
        this.place = place;
        this.question = question;
        this.text = new MoodleText(pictures, remarks);
        // Some programs leave the list or the text around them out.
        List<String> tags = Stream.concat(XmlParts.child(question, "tags").stream(), Stream.of(question))
                .flatMap(all -> XmlParts.children(all, "tag").stream())
                .map(tag -> tag.getTextContent().strip())
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        this.labels = new Labels(XmlParts.text(question, "idnumber"), path, tags, "", "", "", "");
    }

    /** As the file says; in our own words where it came from us and nobody changed it since. */
    Question read() {
        Question read = readParts();
        Optional<ItemContent> own = VisibleDigest.own(question);
        if (own.isEmpty()) {
            return read;
        }
        remarks.clear();
        return new Question.Read(place, MoodleSource.of(question), labels, own.get(), List.of());
    }

    private Question readParts() {
        String type = type();
        MoodleChoices choices = new MoodleChoices(question, text, remarks);
        try {
            return switch (type) {
                case "truefalse" -> item(choices.truth());
                case "multichoice" -> {
                    MoodleChoices.Weighed weighed = choices.weighed();
                    credit = weighed.credit();
                    yield item(weighed.interaction());
                }
                case "oumultiresponse" -> {
                    // Picks beyond the number of right ones are taken off there.
                    remarks.add(Remark.of("exchange.remark.scoring-left-out"));
                    yield item(choices.several());
                }
                case "multichoiceset" -> {
                    credit = PartialCredit.ALL_OR_NOTHING;
                    yield item(choices.several());
                }
                case "shortanswer" -> item(shortAnswer());
                case "numerical" -> item(new MoodleNumbers(text, remarks).numerical(question));
                case "calculated", "calculatedsimple", "calculatedmulti" -> calculated();
                case "matching", "match", "ddmatch" -> item(choices.pairs());
                case "essay", "essayautograde" -> item(essay());
                case "ordering" -> item(choices.order());
                case "gapselect", "ddwtos" -> gaps();
                case "gapfill" -> gapfill();
                case "ddimageortext", "ddmarker" -> drops();
                case "kprime", "mtf", "matrix" -> rows(type);
                case "sc" -> item(choices.row());
                case "cloze", "multianswer" -> cloze();
                case "description" -> unread(Remark.of("exchange.problem.description"));
                default -> unread(Remark.of("exchange.problem.foreign-type", type.isEmpty() ? "?" : type));
            };
        } catch (Problem problem) {
            return unread(Remark.of(problem));
        } catch (ArithmeticException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NoSuchElementException e) {
            return unread(Remark.of("exchange.problem.answers-unreadable"));
        }
    }

    /** The type; one that only adds a formula editor to another is that other as long as nothing is computed. */
    private String type() {
        String type = question.getAttribute("type").strip();
        return type.endsWith("wiris")
                        && !COMPUTED.matcher(MoodleSource.of(question)).find()
                ? type.substring(0, type.length() - "wiris".length())
                : type;
    }

    private Question item(Interaction interaction) {
        return item(text.markdown(XmlParts.child(question, "questiontext")), interaction, List.of());
    }

    /**
     * The question as an item.
     *
     * @param told feedback on single answers that has no place beside them
     */
    private Question item(String stem, Interaction interaction, List<String> told) {
        String picture = text.oldPicture(question);
        String explanation = new MoodleFeedback(question, text).explanation(interaction, told);
        long hints = XmlParts.children(question, "hint").stream()
                .filter(hint -> !MoodleText.raw(hint).isBlank())
                .count();
        if (hints > 0) {
            remarks.add(Remark.of("exchange.remark.hints-left-out", String.valueOf(hints)));
        }
        text.unseenFiles(question).forEach(name -> remarks.add(Remark.of("exchange.remark.file-left-out", name)));
        return new Question.Read(
                place,
                MoodleSource.of(question),
                labels,
                new ItemContent((stem + "\n\n" + picture).strip(), interaction, explanation, DIFFICULTY, credit),
                remarks);
    }

    private Question unread(Remark reason) {
        return new Question.Unread(place, MoodleSource.of(question), labels, reason);
    }

    private List<Element> answers() {
        return XmlParts.children(question, "answer");
    }

    static BigDecimal weight(Element answer) {
        String fraction = answer.getAttribute("fraction").strip();
        return fraction.isEmpty() ? BigDecimal.ZERO : Numbers.of(fraction);
    }

    private Interaction shortAnswer() {
        BigDecimal most = answers().stream()
                .map(MoodleQuestion::weight)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        if (most.compareTo(FULL) < 0) {
            remarks.add(Remark.guess(0.6, "exchange.remark.no-full-answer"));
        }
        List<String> accepted = new ArrayList<>();
        for (Element answer : answers()) {
            String words = text.plain(answer);
            if (weight(answer).compareTo(most) == 0 && most.signum() > 0) {
                accepted.add(Wildcards.read(words));
                if (Wildcards.any(words)) {
                    remarks.add(Remark.of("exchange.remark.wildcard", words));
                }
            } else if (weight(answer).signum() > 0) {
                remarks.add(Remark.of(
                        "exchange.remark.partial-answer", words, weight(answer).toPlainString()));
            }
        }
        return new Interaction.FillIn(List.of(
                new Blank.Words(accepted, XmlParts.text(question, "usecase").equals("1"))));
    }

    private Question calculated() {
        MoodleCalculation calculation = new MoodleCalculation(question, text, remarks);
        String stem = text.markdown(XmlParts.child(question, "questiontext"), calculation::places);
        Interaction interaction = calculation.interaction();
        return item(stem, interaction, List.of());
    }

    private Interaction essay() {
        if (XmlParts.text(question, "enableautograde").equals("1")) {
            remarks.add(Remark.of("exchange.remark.scoring-left-out"));
        }
        String template = text.markdown(XmlParts.child(question, "responsetemplate"));
        if (!template.isEmpty()) {
            remarks.add(Remark.of("exchange.remark.template-left-out"));
        }
        return new Interaction.Essay(
                new Rubric(List.of(), "", text.markdown(XmlParts.child(question, "graderinfo"))), attachments());
    }

    /** How many files may be attached; Moodle's −1 is as many as one likes. */
    private int attachments() {
        String said = XmlParts.text(question, "attachments").strip();
        if (!said.matches("-?[0-9]{1,4}")) {
            return 0;
        }
        int allowed = Integer.parseInt(said);
        if (allowed < 0 || allowed > Interaction.MOST_UPLOADS) {
            remarks.add(Remark.of("exchange.remark.uploads-fewer", String.valueOf(Interaction.MOST_UPLOADS)));
            return Interaction.MOST_UPLOADS;
        }
        return allowed;
    }

    private Question gaps() {
        MoodleGaps gaps = new MoodleGaps(question, text, remarks);
        String stem = text.markdown(XmlParts.child(question, "questiontext"), gaps::places);
        return item(stem, gaps.interaction(), List.of());
    }

    private Question gapfill() {
        MoodleGapfill gaps = new MoodleGapfill(question, text, remarks);
        String stem = text.markdown(XmlParts.child(question, "questiontext"), gaps::places);
        return gaps.empty()
                ? unread(Remark.of("exchange.problem.cloze-empty"))
                : item(stem, gaps.interaction(), List.of());
    }

    /** One label is a question of its own. */
    private Question drops() {
        String stem = text.markdown(XmlParts.child(question, "questiontext"));
        Interaction.Case all = new MoodleDrops(question, text, remarks).interaction();
        if (all.parts().size() > 1) {
            return item(stem, all, List.of());
        }
        CasePart only = all.parts().getFirst();
        return item((stem + "\n\n" + only.stem()).strip(), only.interaction(), List.of());
    }

    private Question rows(String type) {
        MoodleRows rows = new MoodleRows(question, text, remarks);
        String stem = text.markdown(XmlParts.child(question, "questiontext"));
        return (type.equals("matrix") ? rows.matrix() : rows.interaction())
                .map(interaction -> item(stem, interaction, rows.told(interaction)))
                .orElseGet(() -> unread(Remark.of("exchange.problem.rows-several", type)));
    }

    private Question cloze() {
        Optional<Element> holder = XmlParts.child(question, "questiontext");
        MoodleCloze cloze = new MoodleCloze(holder.map(MoodleText::source).orElse(""), remarks);
        Optional<Remark> problem = cloze.problem();
        if (problem.isPresent()) {
            return unread(problem.get());
        }
        String name = XmlParts.child(question, "name")
                .map(said -> MoodleText.raw(said).strip())
                .orElse("");
        MoodleCloze.Asked asked = cloze.asked(
                name.isEmpty() ? "…" : PlainText.toMarkdown(name), piece -> text.markdown(holder, whole -> piece));
        credit = asked.credit();
        return item(asked.stem(), asked.interaction(), asked.told());
    }
}
