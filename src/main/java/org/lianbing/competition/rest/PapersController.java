package org.lianbing.competition.rest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.Texts;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.ContestPapers;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.PaperPrints;
import org.lianbing.exam.PrintOffer;
import org.lianbing.exam.PrintWish;
import org.lianbing.exam.SheetOwner;
import org.lianbing.paper.print.Letters;

/** A competition on A4 paper: papers, numbered answer sheets and keys as pages of HTML that are whole by themselves. */
@RestController
@RequestMapping("/api/competitions/{competition}")
@RolesAllowed({"ORGANIZER", "TRAINER", "REVIEWER"})
@Tag(name = "papers", description = "Papers, answer sheets and keys to print")
class PapersController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    @Schema(name = "PaperForm")
    record FormBody(
            int number,

            @Schema(description = "As it stands on the paper; empty where there is one form alone")
            String name) {}

    @Schema(name = "Papers")
    record Body(
            String title,
            List<FormBody> forms,
            int roster,

            @Schema(description = "Whether the caller may print the papers")
            boolean papers,

            @Schema(description = "Whether the caller may print answer sheets")
            boolean answerSheets,

            @Schema(description = "Whether the caller may print the keys now")
            boolean keys) {

        static Body of(PrintOffer offer) {
            return new Body(
                    offer.title(),
                    IntStream.rangeClosed(1, offer.forms())
                            .mapToObj(number -> new FormBody(number, Letters.form(number, offer.forms())))
                            .toList(),
                    offer.roster(),
                    offer.items(),
                    offer.sheets(),
                    offer.keys());
        }
    }

    @Schema(name = "AnswerSheetOwner")
    record Owner(
            int formNumber,
            String formId,
            @Nullable Integer seat,
            @Nullable String personId,
            String name) {

        static Owner of(SheetOwner owner) {
            return new Owner(
                    owner.formNumber(),
                    owner.form().toString(),
                    owner.seat(),
                    owner.person() == null ? null : owner.person().toString(),
                    owner.name());
        }
    }

    private final PaperPrints prints;
    private final ContestPapers contests;
    private final CurrentActor current;
    private final Clock clock;

    PapersController(PaperPrints prints, ContestPapers contests, CurrentActor current, Clock clock) {
        this.prints = prints;
        this.contests = contests;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/papers")
    @Operation(summary = "The forms of a competition and what of them the caller may print")
    Body offer(@PathVariable String competition) {
        return Body.of(prints.offer(current.require(), exam(competition), clock.instant()));
    }

    @GetMapping("/papers/{number}")
    @Operation(summary = "A form as A4 paper; who printed it is logged and stands on every page")
    ResponseEntity<String> paper(
            @PathVariable String competition,
            @PathVariable int number,
            @Schema(description = "false where the paper is to have room for the answers")
                    @RequestParam(defaultValue = "true")
                    boolean answerSheet,
            @Schema(description = "Notes for candidates in the place of the usual ones")
                    @RequestParam(defaultValue = "")
                    List<String> note,
            Locale asked) {
        Actor actor = current.require();
        PrintWish wish = new PrintWish(answerSheet, note, Texts.nearest(asked));
        return page(prints.paper(actor, exam(competition), number, wish, clock.instant()));
    }

    @GetMapping("/papers/{number}/keys")
    @Operation(summary = "The keys of a form, once nobody is at work; with the caller's name across every page")
    ResponseEntity<String> keys(@PathVariable String competition, @PathVariable int number, Locale asked) {
        Actor actor = current.require();
        return page(prints.keys(actor, exam(competition), number, Texts.nearest(asked), clock.instant()));
    }

    @GetMapping("/answer-sheets")
    @Operation(summary = "A numbered answer sheet for each seat, and spare ones; up to 200 at a time")
    ResponseEntity<String> sheets(
            @PathVariable String competition,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(defaultValue = "0") int to,
            @RequestParam(defaultValue = "0") int spare,
            @RequestParam(defaultValue = "1") int spareForm,
            Locale asked) {
        Actor actor = current.require();
        return page(prints.sheets(
                actor, exam(competition), from, to, spare, spareForm, Texts.nearest(asked), clock.instant()));
    }

    @GetMapping("/answer-sheets/{code}")
    @Operation(summary = "Whose a scanned answer sheet is, by the code on it")
    Owner owner(@PathVariable String competition, @PathVariable String code) {
        return Owner.of(prints.owner(current.require(), exam(competition), code, clock.instant()));
    }

    private ExamId exam(String competition) {
        return contests.exam(CompetitionId.of(competition));
    }

    private static ResponseEntity<String> page(String html) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
