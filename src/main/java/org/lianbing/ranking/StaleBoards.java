package org.lianbing.ranking;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.lianbing.ranking.store.BoardTable;

/**
 * Brings stale boards up to date once a second, however many results came in it. The mark is in the database, so a
 * crash between a result and its standing loses nothing; several nodes meet at the row's lock.
 */
@Component
@EnableScheduling
class StaleBoards {

    private static final Logger LOG = LoggerFactory.getLogger(StaleBoards.class);

    private final BoardTable boards;
    private final Boards service;
    private final Clock clock;

    StaleBoards(BoardTable boards, Boards service, Clock clock) {
        this.boards = boards;
        this.service = service;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1000)
    void refresh() {
        for (BoardId board : boards.stale()) {
            try {
                service.recompute(board, clock.instant());
            } catch (RuntimeException e) {
                LOG.warn("Board {} could not be brought up to date; trying again in a second", board, e);
            }
        }
    }
}
