package org.lianbing.base.disk;

/** A file that is not YAML. */
public final class YamlFlaw extends Exception {

    private final transient Flaw flaw;

    YamlFlaw(Flaw flaw) {
        super(flaw.toString());
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
