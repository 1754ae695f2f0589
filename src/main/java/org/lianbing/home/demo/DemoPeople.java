package org.lianbing.home.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import org.lianbing.account.Accounts;
import org.lianbing.account.People;
import org.lianbing.account.PersonDraft;
import org.lianbing.base.Actor;
import org.lianbing.base.Grant;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.trade.Trade;
import org.lianbing.trade.Trades;

/** The people of the demo city, each with the accounts that the README names. */
@Component
@Profile("demo")
class DemoPeople {

    /** The password of every demo account; such accounts cannot sign in without the demo profile. */
    static final String PASSWORD = "lianbing";

    private final People people;
    private final Accounts accounts;
    private final Trades trades;

    /** One person: a user name, who they are, what they work as, and their roles. */
    private record Someone(
            String username,
            String name,
            String unit,
            @Nullable String trade,
            @Nullable Level level,
            List<Role> roles) {}

    private static final List<Someone> EVERYBODY = List.of(
            worker("worker1", "王建国", "维修车间", "electrician", Level.INTERMEDIATE),
            worker("worker2", "李敏", "维修车间", "electrician", Level.INTERMEDIATE),
            worker("worker3", "赵晓东", "机加车间", "fitter", Level.INTERMEDIATE),
            worker("worker4", "孙浩", "总装车间", "fitter", Level.INTERMEDIATE),
            worker("worker5", "周芳", "变电运维中心", "electrician", Level.SENIOR),
            worker("worker6", "吴磊", "电气车间", "electrician", Level.INTERMEDIATE),
            worker("worker7", "郑丽华", "护理部", "elderly-care", Level.INTERMEDIATE),
            worker("worker8", "冯志强", "磨加工车间", "fitter", Level.SENIOR),
            worker("worker9", "陈静", "护理部", "elderly-care", Level.SENIOR),
            staff("trainer", "陈志远", "东江重工集团", Role.TRAINER),
            staff("reviewer", "周慧", "江城市", Role.REVIEWER),
            staff("organizer", "刘洋", "江城市", Role.ORGANIZER),
            staff("judge1", "林涛", "江城市", Role.JUDGE),
            staff("judge2", "杨帆", "江城市", Role.JUDGE),
            staff("judge3", "高峰", "江城市", Role.JUDGE),
            staff("host", "赵铁军", "东江重工集团", Role.STUDIO_HOST),
            staff("staff", "孙丽", "江城市", Role.UNION_STAFF));

    DemoPeople(People people, Accounts accounts, Trades trades) {
        this.people = people;
        this.accounts = accounts;
        this.trades = trades;
    }

    /**
     * Makes everybody but the administrator.
     *
     * @return persons by user name
     */
    Map<String, PersonId> make(Actor admin, Map<String, UnitId> units) {
        Map<String, PersonId> made = new LinkedHashMap<>();
        int number = 1001;
        for (Someone someone : EVERYBODY) {
            made.put(someone.username(), make(admin, units, someone, "DJ" + number++));
        }
        return made;
    }

    private PersonId make(Actor admin, Map<String, UnitId> units, Someone someone, String staffNumber) {
        UnitId unit = units.get(someone.unit());
        if (unit == null) {
            throw new IllegalArgumentException("no unit " + someone.unit());
        }
        PersonId person = people.add(
                admin,
                new PersonDraft(someone.name(), staffNumber, null, unit, trade(someone.trade()), someone.level()));
        accounts.enableDemo(admin, person, someone.username(), PASSWORD);
        for (Role role : someone.roles()) {
            accounts.grant(admin, person, new Grant(role, unit, Set.of()));
        }
        return person;
    }

    private @Nullable TradeId trade(@Nullable String code) {
        return code == null ? null : trades.find(code).map(Trade::id).orElse(null);
    }

    private static Someone worker(String username, String name, String unit, String trade, Level level) {
        return new Someone(username, name, unit, trade, level, List.of());
    }

    private static Someone staff(String username, String name, String unit, Role role) {
        return new Someone(username, name, unit, null, null, List.of(role));
    }
}
