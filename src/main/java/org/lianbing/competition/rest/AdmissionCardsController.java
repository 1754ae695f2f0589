package org.lianbing.competition.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Texts;
import org.lianbing.competition.AdmissionCard;
import org.lianbing.competition.AdmissionCards;
import org.lianbing.competition.Competition;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.Competitions;
import org.lianbing.competition.sheet.CardWorkbook;
import org.lianbing.competition.sheet.ResultWorkbook;
import org.lianbing.exam.Turnout;

/** The links that let contestants in without a password, and how many are ready for the start. */
@RestController
@RequestMapping("/api/competitions/{competition}")
@RolesAllowed("ORGANIZER")
@Tag(name = "competitions")
class AdmissionCardsController {

    @Schema(name = "AdmissionLink")
    record Link(
            String personId,
            String name,
            String unit,
            int seat,

            @Schema(description = "Whoever has it sits the exam as this person")
            String link) {}

    private final AdmissionCards cards;
    private final Competitions competitions;
    private final CardWorkbook workbook;
    private final CurrentActor current;
    private final String baseUrl;

    AdmissionCardsController(
            AdmissionCards cards,
            Competitions competitions,
            CardWorkbook workbook,
            CurrentActor current,
            @Value("${lianbing.base-url:}") String baseUrl) {
        this.cards = cards;
        this.competitions = competitions;
        this.workbook = workbook;
        this.current = current;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/admission-links")
    @Operation(summary = "A signed link for each contestant, by seat; good for this one exam until it is renewed")
    List<Link> all(@PathVariable String competition) {
        String site = site();
        return cards.all(current.require(), CompetitionId.of(competition)).stream()
                .map(card ->
                        new Link(card.person().toString(), card.name(), card.unit(), card.seat(), site + card.path()))
                .toList();
    }

    @GetMapping("/admission-links.xlsx")
    @Operation(summary = "The same as an Excel file")
    ResponseEntity<byte[]> file(@PathVariable String competition, Locale asked) throws IOException {
        Actor actor = current.require();
        Competition of = competitions.get(actor, CompetitionId.of(competition));
        List<AdmissionCard> all = cards.all(actor, of.id());
        Locale language = Texts.nearest(asked);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ResultWorkbook.CONTENT_TYPE))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(workbook.fileName(of, language), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(workbook.write(of, all, site(), language));
    }

    @PostMapping("/admission-links/renewal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Make all links made so far worthless, within a second")
    void renewAll(@PathVariable String competition) {
        cards.renewAll(current.require(), CompetitionId.of(competition));
    }

    @PostMapping("/contestants/{person}/admission-link/renewal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Make the links of one contestant worthless, within a second")
    void renew(@PathVariable String competition, @PathVariable String person) {
        cards.renew(current.require(), CompetitionId.of(competition), PersonId.of(person));
    }

    @GetMapping("/turnout")
    @Operation(summary = "How many are ready for the start, and how many have begun and ended")
    Turnout turnout(@PathVariable String competition) {
        return cards.turnout(current.require(), CompetitionId.of(competition));
    }

    private String site() {
        return baseUrl.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : baseUrl;
    }
}
