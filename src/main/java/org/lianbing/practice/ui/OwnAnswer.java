package org.lianbing.practice.ui;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.lianbing.attempt.SlotResult;
import org.lianbing.attempt.WorkFile;
import org.lianbing.base.ui.FileShelf;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.Tag;
import org.lianbing.base.ui.Tone;
import org.lianbing.paper.SlotFeedback;
import org.lianbing.paper.SlotView;

/** What somebody wrote or did, with what they themselves found in it (自评). */
final class OwnAnswer {

    private OwnAnswer() {}

    /** A written response, the points that had to be said, and the sample. */
    static Component text(Component reader, SlotResult result, SlotFeedback feedback) {
        JsonNode value = result.value();
        Paragraph written =
                new Paragraph(value == null ? "" : value.path("text").asString(value.asString("")));
        written.addClassName("written");
        Div all = new Div(written);
        if (!result.files().isEmpty()) {
            all.add(new FileShelf(IntStream.range(0, result.files().size())
                    .mapToObj(place -> entry(reader, result.files().get(place), place + 1))
                    .toList()));
        }
        Set<String> said = value == null
                ? Set.of()
                : value.path("said").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        UnorderedList points = new UnorderedList();
        for (SlotFeedback.RubricPoint point :
                Objects.requireNonNullElse(feedback.key().points(), List.<SlotFeedback.RubricPoint>of())) {
            ListItem line = new ListItem(SlotAnswer.html(point.text()));
            if (result.isSelfAssessed()) {
                boolean there = said.contains(point.token());
                line.add(new Tag(
                        reader.getTranslation(there ? "practice.result.said" : "practice.result.not-said"),
                        there ? Tone.GOOD : Tone.WARN));
            }
            points.add(line);
        }
        all.add(new H4(reader.getTranslation("practice.result.points")), points);
        if (feedback.key().sample() != null) {
            all.add(
                    new H4(reader.getTranslation("practice.result.sample")),
                    DrillResultView.prose(feedback.key().sample()));
        }
        return all;
    }

    private static FileShelf.Entry entry(Component reader, WorkFile file, int number) {
        String address = "/work/%s/%s".formatted(file.attempt(), file.id());
        return FileShelf.entry(
                reader, address, number, file.type().isPicture(), file.type().ending(), file.size());
    }

    /** The score sheet as it was filled in. */
    static Component sheet(Component reader, SlotResult result, SlotFeedback feedback) {
        Div all = new Div();
        SlotView.Task task = feedback.body().task();
        if (task != null) {
            UnorderedList lines = new UnorderedList();
            task.criteria().forEach(criterion -> lines.add(line(reader, criterion, result.value())));
            all.add(lines);
        }
        if (result.value() != null) {
            long seconds = result.value().path("seconds").asLong(0);
            all.add(new Paragraph(reader.getTranslation(
                    "practice.result.took", Moments.clock(java.time.Duration.ofSeconds(seconds)))));
        }
        return all;
    }

    private static ListItem line(Component reader, SlotView.Criterion criterion, @Nullable JsonNode value) {
        ListItem line = new ListItem(SlotAnswer.html(criterion.text()));
        String taken = value == null
                ? ""
                : value.path("deductions").path(criterion.token()).asString("");
        String points = criterion.points().toPlainString();
        if (taken.isEmpty()) {
            line.add(new Tag(reader.getTranslation("practice.result.not-looked"), Tone.WARN));
        } else if (new java.math.BigDecimal(taken).signum() == 0) {
            line.add(new Tag(reader.getTranslation("practice.result.full", points), Tone.GOOD));
        } else {
            line.add(new Tag(reader.getTranslation("practice.result.deducted", taken, points), Tone.WARN));
        }
        return line;
    }
}
