package org.lianbing.ranking.rest;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Texts;
import org.lianbing.ranking.BoardId;
import org.lianbing.ranking.BoardNote;
import org.lianbing.ranking.BoardSnapshot;
import org.lianbing.ranking.BoardState;
import org.lianbing.ranking.Boards;
import org.lianbing.ranking.Standing;

/** Boards for everybody, without sign-in: names are masked, and a hidden board has no rows. */
@RestController
@RequestMapping("/api/boards")
@PermitAll
@Tag(name = "boards", description = "Public rankings, without sign-in")
class BoardsController {

    @Schema(name = "BoardRow")
    record Row(int place, String name, String unit, BigDecimal score, long timeUsedSeconds) {
        static Row of(Standing standing) {
            return new Row(
                    standing.place(),
                    standing.maskedName(),
                    standing.unit(),
                    standing.score(),
                    standing.timeUsed().toSeconds());
        }
    }

    record Board(
            String boardId,
            String title,
            String subtitle,
            String rule,
            BoardState state,
            Instant updatedAt,
            int participants,
            List<Row> rows,
            List<Note> notes) {}

    @Schema(name = "BoardNote")
    record Note(String text, String words, Instant at) {}

    private static final CacheControl A_SECOND =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic().mustRevalidate();

    private final Boards boards;
    private final MessageSource texts;
    private final Clock clock;

    BoardsController(Boards boards, MessageSource texts, Clock clock) {
        this.boards = boards;
        this.texts = texts;
        this.clock = clock;
    }

    /** A copy is good for a second; after that the ETag makes an unchanged board cost a few bytes. */
    @GetMapping("/{board}")
    @Operation(summary = "A board with masked names; with If-None-Match an unchanged one costs a few bytes")
    ResponseEntity<Board> board(@PathVariable String board, Locale asked) {
        BoardSnapshot snapshot = boards.snapshot(BoardId.of(board), clock.instant());
        Locale language = Texts.nearest(asked);
        return ResponseEntity.ok()
                .eTag(snapshot.version() + "-" + language.getLanguage())
                .cacheControl(A_SECOND)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(shown(snapshot, language));
    }

    private Board shown(BoardSnapshot snapshot, Locale language) {
        return new Board(
                snapshot.board().toString(),
                snapshot.title(),
                snapshot.subtitle().in(language),
                texts.getMessage("ranking.rule", null, language),
                snapshot.state(),
                snapshot.updatedAt(),
                snapshot.participants(),
                snapshot.rows().stream().map(Row::of).toList(),
                snapshot.notes().stream().map(note -> note(note, language)).toList());
    }

    private Note note(BoardNote note, Locale language) {
        String text = texts.getMessage(note.code(), note.arguments().toArray(), language);
        return new Note(text, note.words(), note.at());
    }
}
