package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.lianbing.bank.ItemType;
import org.lianbing.bank.ItemVersion;
import org.lianbing.bank.ItemVersionId;
import org.lianbing.bank.PartialCredit;
import org.lianbing.base.MarkdownText;
import org.lianbing.paper.render.DeliveredForm;
import org.lianbing.paper.render.DeliveredForm.DeliveredAids;
import org.lianbing.paper.render.DeliveredForm.DeliveredCase;
import org.lianbing.paper.render.DeliveredForm.DeliveredRule;
import org.lianbing.paper.render.DeliveredForm.DeliveredSection;
import org.lianbing.paper.render.DeliveredForm.DeliveredSlot;
import org.lianbing.paper.render.DeliveredForm.English;

/** Composes from frozen slots what a candidate may have, with the rules by which it is scored. */
@Component
class Delivery {

    private final Bodies bodies;
    private final MarkdownText markdown;
    private final MessageSource texts;

    Delivery(Bodies bodies, MarkdownText markdown, MessageSource texts) {
        this.bodies = bodies;
        this.markdown = markdown;
        this.texts = texts;
    }

    /** The same, that renders each text once: for the forms of one paper. */
    Delivery remembering() {
        return new Delivery(bodies.remembering(), markdown, texts);
    }

    /** The whole form without its keys. */
    DeliveredForm form(
            FormId id,
            String title,
            List<FrozenSlot> slots,
            Map<ItemVersionId, ItemVersion> versions,
            BigDecimal max,
            Aids aids) {
        Map<Integer, Section> sections = sections(slots, versions);
        List<DeliveredSlot> delivered = new ArrayList<>(slots.size());
        Map<Integer, DeliveredCase> cases = new TreeMap<>();
        for (FrozenSlot frozen : slots) {
            Slot slot = frozen.slot();
            ItemVersion version = version(versions, slot);
            delivered.add(slot(frozen, version, sections.get(slot.section())));
            Slot.Part part = slot.part();
            if (part != null) {
                cases.computeIfAbsent(part.group(), group -> new DeliveredCase(group, bodies.caseStem(version)));
            }
        }
        return new DeliveredForm(
                id.toString(),
                title,
                sections.values().stream().map(this::section).toList(),
                List.copyOf(cases.values()),
                max,
                aids.equals(Aids.NONE) ? null : aids(aids),
                delivered);
    }

    private DeliveredAids aids(Aids aids) {
        return new DeliveredAids(
                aids.calculator(),
                aids.hasFormulas() ? markdown.fragment(aids.formulaSheet(), picture -> "") : null,
                aids.guarded());
    }

    private DeliveredSlot slot(FrozenSlot frozen, ItemVersion version, @Nullable Section section) {
        Slot slot = frozen.slot();
        Slot.Part part = slot.part();
        SlotView body = bodies.body(frozen, version);
        boolean ruled = section == null || section.rule() == null;
        return new DeliveredSlot(
                slot.number(),
                slot.section(),
                part == null ? null : part.group(),
                part == null ? null : part.place(),
                slot.type().code(),
                slot.maxScore(),
                ruled ? rule(slot.type(), slot.credit()) : null,
                body.variants() == null ? bodies.stem(slot, version) : "",
                body);
    }

    /**
     * A section.
     *
     * @param type of its items
     * @param rule by which all of them are scored; null where they differ
     */
    private record Section(ItemType type, @Nullable PartialCredit rule) {}

    private static Map<Integer, Section> sections(List<FrozenSlot> slots, Map<ItemVersionId, ItemVersion> versions) {
        Map<Integer, Section> sections = new TreeMap<>();
        for (FrozenSlot frozen : slots) {
            Slot slot = frozen.slot();
            ItemType type = version(versions, slot).content().interaction().type();
            Section own = new Section(type, type == ItemType.CASE ? null : slot.credit());
            sections.merge(
                    slot.section(), own, (before, here) -> before.equals(here) ? before : new Section(type, null));
        }
        return sections;
    }

    private static ItemVersion version(Map<ItemVersionId, ItemVersion> versions, Slot slot) {
        ItemVersion version = versions.get(slot.version());
        if (version == null) {
            throw new IllegalStateException("no version " + slot.version());
        }
        return version;
    }

    private DeliveredSection section(Section section) {
        String name = "paper.section." + section.type().code();
        String rule = section.type() == ItemType.CASE
                ? "paper.rule.case"
                : section.rule() == null ? "paper.rule.each" : ruleKey(section.type(), section.rule());
        return new DeliveredSection(
                chinese(name), chinese(rule), section.type().code(), new English(english(name), english(rule)));
    }

    private DeliveredRule rule(ItemType type, PartialCredit credit) {
        String key = ruleKey(type, credit);
        return new DeliveredRule(chinese(key), english(key));
    }

    /** The sentence by which a type is scored under a rule. */
    static String ruleKey(ItemType type, PartialCredit credit) {
        String key = "paper.rule." + type.code();
        return PartialCredit.isChoiceFor(type) ? key + "." + credit.code() : key;
    }

    private String chinese(String key) {
        return texts.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    private String english(String key) {
        return texts.getMessage(key, null, Locale.ENGLISH);
    }
}
