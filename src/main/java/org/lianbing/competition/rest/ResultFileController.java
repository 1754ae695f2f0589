package org.lianbing.competition.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.CurrentActor;
import org.lianbing.base.Texts;
import org.lianbing.competition.CompetitionId;
import org.lianbing.competition.ResultSheet;
import org.lianbing.competition.Results;
import org.lianbing.competition.sheet.ResultWorkbook;

/** The results as an Excel file. */
@RestController
@RolesAllowed("ORGANIZER")
@Tag(name = "competitions")
class ResultFileController {

    private final Results results;
    private final ResultWorkbook workbook;
    private final CurrentActor current;

    ResultFileController(Results results, ResultWorkbook workbook, CurrentActor current) {
        this.results = results;
        this.workbook = workbook;
        this.current = current;
    }

    @Operation(summary = "The results as an Excel file")
    @GetMapping("/api/competitions/{competition}/results.xlsx")
    ResponseEntity<byte[]> results(@PathVariable String competition, Locale asked) throws IOException {
        ResultSheet sheet = results.sheet(current.require(), CompetitionId.of(competition));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ResultWorkbook.CONTENT_TYPE))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(ResultWorkbook.fileName(sheet), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(workbook.write(sheet, Texts.nearest(asked)));
    }
}
