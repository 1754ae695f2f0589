package org.lianbing.competition.ui;

import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

import org.lianbing.base.Level;
import org.lianbing.paper.Lack;

/**
 * What the bank lacks for the paper, cell by cell: first what stops the paper, then what will be filled from elsewhere.
 */
class LackList extends Div {

    LackList() {
        addClassNames("paper-lacks", "small");
        getElement().setAttribute("aria-live", "polite");
    }

    void show(List<Lack> cells) {
        removeAll();
        list("competition.lack.stops", cells.stream().filter(Lack::stops).toList());
        list(
                "competition.lack.filled",
                cells.stream().filter(lack -> !lack.stops()).toList());
    }

    private void list(String head, List<Lack> cells) {
        if (cells.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        cells.forEach(lack -> list.add(new ListItem(sentence(lack))));
        add(new Paragraph(getTranslation(head)), list);
    }

    private String sentence(Lack lack) {
        return switch (lack) {
            case Lack.OfType of ->
                getTranslation(
                        of.sealed() ? "competition.lack.type.sealed" : "competition.lack.type",
                        type(of.type().code()),
                        of.wanted(),
                        of.there());
            case Lack.OfStratum of ->
                cell("competition.lack.stratum", stratum(of), of.type().code(), of);
            case Lack.OfLevel of ->
                cell(
                        "competition.lack.level",
                        getTranslation("base.level." + of.level().code()),
                        of.type().code(),
                        of);
            case Lack.OfDifficulty of ->
                cell(
                        "competition.lack.difficulty",
                        getTranslation("competition.lack.difficulty." + of.band()),
                        of.type().code(),
                        of);
            case Lack.OfPoint of ->
                getTranslation(
                        of.stops() ? "competition.lack.point.none" : "competition.lack.point",
                        of.name(),
                        of.wanted(),
                        of.there(),
                        of.sections().stream()
                                .map(section -> getTranslation(
                                        "competition.lack.point.section",
                                        type(section.type().code()),
                                        section.there()))
                                .collect(Collectors.joining(getTranslation("competition.lack.point.and"))));
        };
    }

    /** 中级工 · B 操作技能. */
    private String stratum(Lack.OfStratum of) {
        Level level = of.level();
        return level == null ? of.stratum() : getTranslation("base.level." + level.code()) + " · " + of.stratum();
    }

    private String cell(String key, String name, String type, Lack lack) {
        return getTranslation(key, name, type(type), lack.wanted(), lack.there());
    }

    private String type(String code) {
        return getTranslation("paper.section." + code);
    }
}
