package org.lianbing.home.demo;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import org.lianbing.base.Actor;
import org.lianbing.base.UnitId;
import org.lianbing.organization.Line;
import org.lianbing.organization.UnitDraft;
import org.lianbing.organization.UnitKind;
import org.lianbing.organization.Units;

/** A small city: two counties, six enterprises with workshops, and an industrial union across them. */
@Component
@Profile("demo")
class DemoUnits {

    private final Units units;

    DemoUnits(Units units) {
        this.units = units;
    }

    /**
     * Makes the units below the city.
     *
     * @return every unit by its name
     */
    Map<String, UnitId> make(Actor admin, UnitId city) {
        Map<String, UnitId> made = new LinkedHashMap<>();
        made.put("江城市", city);
        add(admin, made, "东江区", UnitKind.COUNTY, city);
        add(admin, made, "西山县", UnitKind.COUNTY, city);
        enterprise(admin, made, "东江区", "东江重工集团", "维修车间", "机加车间");
        enterprise(admin, made, "东江区", "江城机车公司", "总装车间");
        enterprise(admin, made, "东江区", "江城供电公司", "变电运维中心");
        enterprise(admin, made, "西山县", "西山热电公司", "电气车间");
        enterprise(admin, made, "西山县", "西山轴承集团", "磨加工车间");
        enterprise(admin, made, "西山县", "康乐养老服务中心", "护理部");
        UnitId machinery = add(admin, made, "江城市机械冶金工会", UnitKind.INDUSTRY, city);
        for (String name : new String[] {"东江重工集团", "江城机车公司", "西山轴承集团"}) {
            units.attach(admin, at(made, name), machinery, Line.INDUSTRIAL);
        }
        return made;
    }

    private void enterprise(Actor admin, Map<String, UnitId> made, String county, String name, String... workshops) {
        UnitId enterprise = add(admin, made, name, UnitKind.ENTERPRISE, at(made, county));
        for (String workshop : workshops) {
            add(admin, made, workshop, UnitKind.WORKSHOP, enterprise);
        }
    }

    private UnitId add(Actor admin, Map<String, UnitId> made, String name, UnitKind kind, UnitId above) {
        UnitId unit = units.add(admin, new UnitDraft(name, kind, above));
        made.put(name, unit);
        return unit;
    }

    private static UnitId at(Map<String, UnitId> made, String name) {
        UnitId unit = made.get(name);
        if (unit == null) {
            throw new IllegalArgumentException("no unit " + name);
        }
        return unit;
    }
}
