package org.lianbing.bank.exchange.paper;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.lianbing.bank.ItemType;

/** What stands before questions and belongs to several: the story of a 案例, material, options to choose from. */
final class SharedTexts {

    /** What a 案例 tells before its questions, which each of them needs. */
    private String context = "";

    private @Nullable SharedMaterial shared;
    /** Whether questions of the section choose from options that stand before several of them. */
    private boolean choosing;

    /** A section begins, and nothing of the one before belongs to it. */
    void section(boolean choice) {
        context = "";
        shared = null;
        choosing = choice;
    }

    /** Whether a line announces something for several questions, or is itself the first of options for them. */
    boolean announces(String line, @Nullable PaperDraft current) {
        return SharedMaterial.announced(line).isPresent() || choosing && options(line, current);
    }

    /** Whether a line begins options while no question is open that could have them. */
    private boolean options(String line, @Nullable PaperDraft current) {
        SharedMaterial material = shared;
        boolean open = current != null && current.options.isEmpty() && current.shared.isEmpty() && !current.answered();
        return !open
                && (material == null || material.isAsked())
                && PaperOptions.of(line, 0, true)
                        .filter(found -> Atoms.unmarked(found.before()).isBlank())
                        .isPresent();
    }

    /** Takes such a line. */
    void begin(String line) {
        shared = SharedMaterial.announced(line).orElseGet(() -> {
            SharedMaterial options = SharedMaterial.choices();
            options.more(line);
            return options;
        });
    }

    /** Takes a line that goes on with what was announced; false where nothing was, or a question begins. */
    boolean goesOn(String line) {
        SharedMaterial material = shared;
        boolean asked = material == null
                || material.isAsked()
                || QuestionBegin.of(line, material::isFor)
                        .numbered()
                        .filter(found -> material.isFor(found.number()))
                        .isPresent();
        if (material != null && !asked) {
            material.more(line);
        }
        return !asked;
    }

    /** What was announced and no question came for it, as one that nobody can answer, so that it is not lost. */
    Optional<PaperDraft> drop(int line, int section) {
        SharedMaterial material = shared;
        shared = null;
        if (material == null || material.isAsked() || material.isEmpty()) {
            return Optional.empty();
        }
        PaperDraft draft = new PaperDraft(-1, line, section, null);
        draft.loose = true;
        draft.more(material.text());
        draft.options(material.options());
        return Optional.of(draft);
    }

    /** Puts the story that waits, or the last one, before a question of a case. */
    void story(PaperDraft draft, LooseLines loose) {
        if (draft.type == ItemType.ESSAY || draft.type == ItemType.CASE) {
            Optional<String> told = loose.told(draft.type == ItemType.CASE);
            told.ifPresent(story -> loose.taken());
            context = told.orElse(context);
            draft.more(context);
        }
    }

    /** Gives a question what was announced for it; says its text. */
    Optional<String> tell(PaperDraft draft) {
        SharedMaterial material = shared;
        if (material == null) {
            return Optional.empty();
        }
        if (material.isOver(draft.number)) {
            shared = null;
        }
        if (!material.isFor(draft.number)) {
            return Optional.empty();
        }
        material.ask();
        draft.more(material.text());
        draft.shared = material.options();
        return Optional.of(material.text());
    }
}
