package org.lianbing.bank.call.store;

import tools.jackson.databind.json.JsonMapper;

import org.lianbing.bank.call.ProposalSheet;

/** A proposer's sheet as it is kept. */
final class SheetJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SheetJson() {}

    static String write(ProposalSheet sheet) {
        return JSON.writeValueAsString(sheet);
    }

    static ProposalSheet read(String json) {
        return JSON.readValue(json, ProposalSheet.class);
    }
}
