package org.lianbing.competition.ui;

import java.util.List;

import com.vaadin.flow.component.Component;

import org.lianbing.paper.SlotKey;

/** Where one key is filled in, in the shape of its slot; several where each of some choices is right by itself. */
interface KeyField {

    Component component();

    /**
     * What is filled in.
     *
     * @throws org.lianbing.base.Problem invalid, where it is none
     */
    List<SlotKey> keys();
}
