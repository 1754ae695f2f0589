package org.lianbing.organization;

/** What a unit is. */
public enum UnitKind {
    CITY,
    COUNTY,
    INDUSTRY,
    GROUP,
    ENTERPRISE,
    WORKSHOP,
    TEAM
}
