package org.lianbing.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What an item says: frozen in a version.
 *
 * @param stem Markdown
 * @param interaction how it is answered, and the key
 * @param explanation Markdown: why the key is right
 * @param difficulty 1 nearly everybody knows it … 5 few do
 * @param credit by which rule a response that is right in part counts; null for the type's own
 */
public record ItemContent(
        String stem,
        Interaction interaction,
        String explanation,
        int difficulty,
        @Nullable PartialCredit credit) {

    public ItemContent(String stem, Interaction interaction, String explanation, int difficulty) {
        this(stem, interaction, explanation, difficulty, null);
    }

    /** All texts of the item by their places. */
    public List<Passage> passages() {
        List<Passage> all = new ArrayList<>();
        all.add(new Passage("stem", stem));
        all.addAll(interaction.passages());
        all.addAll(Passage.optional("explanation", explanation));
        return List.copyOf(all);
    }

    /** The same with each Markdown text changed, as where pictures get other names. */
    public ItemContent mapped(UnaryOperator<String> change) {
        return new ItemContent(
                change.apply(stem), interaction.mapped(change), change.apply(explanation), difficulty, credit);
    }

    /** The rule that holds for a response that is right in part. */
    public PartialCredit creditRule() {
        return credit == null ? PartialCredit.usual(interaction.type()) : credit;
    }
}
