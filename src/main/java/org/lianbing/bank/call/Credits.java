package org.lianbing.bank.call;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.call.store.CreditTable;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.TradeId;
import org.lianbing.organization.Units;

/** Who gave what: one's own, and a board (贡献榜) of a unit or a trade. */
@Service
public class Credits {

    private static final int SHOWN = 20;

    private final CreditTable table;
    private final People people;
    private final Units units;

    Credits(CreditTable table, People people, Units units) {
        this.table = table;
        this.people = people;
        this.units = units;
    }

    /**
     * A line of the board.
     *
     * @param name in full for oneself, else as public lists show names: 张*三
     * @param own whether it is the reader's
     */
    public record Line(String name, int taken, int found, boolean own) {}

    /** What the actor gave. */
    public Credit of(Actor actor) {
        return table.of(actor.person());
    }

    /** The twenty who gave most in the actor's unit and below it. */
    public List<Line> ofUnit(Actor actor) {
        return lines(actor, table.ofUnits(units.within(Set.of(actor.unit())), SHOWN));
    }

    /** The twenty who gave most to a trade. */
    public List<Line> ofTrade(Actor actor, TradeId trade) {
        return lines(actor, table.ofTrade(trade, SHOWN));
    }

    private List<Line> lines(Actor actor, List<Credit> credits) {
        Map<PersonId, PersonName> names =
                people.names(credits.stream().map(Credit::person).toList());
        return credits.stream()
                .flatMap(credit -> Stream.ofNullable(names.get(credit.person())).map(name -> line(actor, credit, name)))
                .toList();
    }

    private static Line line(Actor actor, Credit credit, PersonName name) {
        boolean own = credit.person().equals(actor.person());
        return new Line(own ? name.name() : name.masked(), credit.taken(), credit.found(), own);
    }
}
