package org.lianbing.testing;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.base.Actor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.trade.Trades;

/** Base of tests at the bank's desk: new people of a new enterprise who write and review items of the fitter's trade. */
@IntegrationTest
public abstract class DeskTest {

    @Autowired
    protected TestCity city;

    @Autowired
    protected Trades trades;

    @Autowired
    protected Items items;

    @Autowired
    protected Review review;

    protected Actor trainer = nobody();
    protected Actor reviewer = nobody();

    /** Trainer and reviewer in one. */
    protected Actor both = nobody();

    protected TradeId trade = TradeId.next();

    @BeforeEach
    void newPeople() {
        UnitId unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        reviewer = city.actor(unit, Role.REVIEWER);
        both = city.actor(unit, Role.TRAINER, Role.REVIEWER);
        trade = trades.find("fitter").orElseThrow().id();
    }

    private static Actor nobody() {
        return new Actor(PersonId.next(), "", UnitId.next(), List.of());
    }
}
