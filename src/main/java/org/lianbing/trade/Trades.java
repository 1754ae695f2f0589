package org.lianbing.trade;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

import org.lianbing.base.TradeId;

/** All trades, foundations and theme banks. */
@Service
public class Trades {

    /** All of them, by kind and name. */
    public List<Trade> all() {
        throw new IllegalStateException();
    }

    /** One; a problem if there is none. */
    public Trade get(TradeId id) {
        throw new IllegalStateException();
    }

    /** Finds by id, code, name or alias, as people and programs write them. */
    public Optional<Trade> find(String text) {
        throw new IllegalStateException();
    }
}
