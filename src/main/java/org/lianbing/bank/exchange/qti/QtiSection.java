package org.lianbing.bank.exchange.qti;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.exchange.format.Pictures;
import org.lianbing.bank.exchange.format.Question.Remark;
import org.lianbing.bank.exchange.text.MediaLinks;

/**
 * What the section of a test tells its candidates: a passage goes with each of its items, anything else is told once to
 * whoever imports it.
 */
final class QtiSection {

    static final QtiSection NONE = new QtiSection(List.of(), new HashSet<>(), null, null);

    private final List<QtiTests.Note> notes;
    private final Set<String> told;
    private final @Nullable QtiFiles files;
    private final @Nullable Pictures pictures;

    QtiSection(List<QtiTests.Note> notes, Set<String> told, @Nullable QtiFiles files, @Nullable Pictures pictures) {
        this.notes = notes;
        this.told = told;
        this.files = files;
        this.pictures = pictures;
    }

    /** The passages, as Markdown; what is no passage becomes a remark of the first item that stands below it. */
    String passage(List<Remark> remarks) {
        List<String> passages = new ArrayList<>();
        for (QtiTests.Note note : notes) {
            QtiFiles beside = Objects.requireNonNull(files);
            MediaLinks media = new MediaLinks(
                    Objects.requireNonNull(pictures), address -> beside.beside(note.document(), address), remarks);
            new QtiStimuli(pictures, address -> beside.beside(note.document(), address))
                    .include(note.rubric(), remarks);
            String said = new QtiText(media).markdown(note.rubric());
            boolean goesAlong =
                    note.rubric().attr("use").toLowerCase(Locale.ROOT).matches(".*(stimul|passage|context).*");
            if (goesAlong && !said.isEmpty()) {
                passages.add(said);
            } else if (!said.isEmpty() && told.add(said)) {
                remarks.add(Remark.of("exchange.remark.note-section-left-out", said));
            }
        }
        return SharedPassage.bounded(String.join("\n\n", passages));
    }
}
