package org.lianbing.competition.ui;

import java.util.Locale;

import com.vaadin.flow.component.html.Div;

import org.lianbing.base.ui.StatTile;
import org.lianbing.base.ui.Tone;
import org.lianbing.exam.Figures;

/** How many are where, in large figures. */
class ContestTiles extends Div {

    private final StatTile roster = tile("roster", Tone.PLAIN);
    private final StatTile sitting = tile("sitting", Tone.SPARK);
    private final StatTile done = tile("done", Tone.GOOD);
    private final StatTile notCome = tile("not-come", Tone.PLAIN);
    private final StatTile scored = tile("scored", Tone.PLAIN);

    ContestTiles() {
        addClassName("tiles");
        add(roster, sitting, done, notCome, scored);
    }

    private StatTile tile(String what, Tone tone) {
        StatTile tile = new StatTile(
                getTranslation("competition.tile." + what), "0", getTranslation("competition.people"), tone);
        tile.getElement().setAttribute("data-test", what);
        return tile;
    }

    void show(Figures figures, Stand stand) {
        roster.setValue(text(figures.roster()));
        sitting.setValue(text(figures.sitting()));
        done.setValue(text(figures.handedIn() + figures.timedOut()));
        boolean over = stand == Stand.LAST || stand == Stand.OVER || stand == Stand.CLOSED;
        notCome.setLabel(getTranslation("competition.tile." + (over ? "absent" : "not-come")));
        notCome.setValue(text(figures.notCome() + figures.absent()));
        scored.setValue(text(figures.scored()));
        // Nothing is live before the window and after it.
        sitting.setClassName("quiet", !stand.isLive());
    }

    private static String text(int figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }
}
