package org.lianbing.trade;

/** 重要程度 of a point: X core, Y general, Z auxiliary. */
public enum Importance {
    X,
    Y,
    Z
}
