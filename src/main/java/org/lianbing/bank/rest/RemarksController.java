package org.lianbing.bank.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.review.Remark;
import org.lianbing.bank.review.RemarkId;
import org.lianbing.bank.review.Remarks;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;

/** The thread on an item. */
@RestController
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
@Tag(name = "review")
class RemarksController {

    /** A remark to make; with {@code answers} it stands under that one. */
    record RemarkRequest(@Nullable String text, @Nullable String answers) {}

    record SettledRequest(boolean resolved) {}

    record RemarkBody(
            String id,
            String kind,
            String text,
            String person,
            String personName,
            Instant at,
            int version,
            @Nullable String answers,
            boolean open,
            @Nullable Instant resolvedAt) {}

    private final Remarks remarks;
    private final People people;
    private final CurrentActor actors;

    RemarksController(Remarks remarks, People people, CurrentActor actors) {
        this.remarks = remarks;
        this.people = people;
        this.actors = actors;
    }

    /** Oldest first. */
    @GetMapping("/api/items/{id}/remarks")
    List<RemarkBody> all(@PathVariable String id) {
        return bodies(remarks.of(actors.require(), ItemId.of(id)));
    }

    /** Says something about what is proposed or, where nothing is, about what is in force. */
    @PostMapping("/api/items/{id}/remarks")
    @ResponseStatus(HttpStatus.CREATED)
    RemarkBody say(@PathVariable String id, @RequestBody RemarkRequest request) {
        String text = request.text() == null ? "" : request.text();
        Remark said = request.answers() == null
                ? remarks.say(actors.require(), ItemId.of(id), text)
                : remarks.answer(actors.require(), RemarkId.of(request.answers()), text);
        return bodies(List.of(said)).getFirst();
    }

    /** Says whether a remark is settled. */
    @PutMapping("/api/remarks/{id}/resolution")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable String id, @RequestBody SettledRequest request) {
        remarks.settle(actors.require(), RemarkId.of(id), request.resolved());
    }

    private List<RemarkBody> bodies(List<Remark> found) {
        Map<PersonId, PersonName> names =
                people.names(found.stream().map(Remark::person).collect(Collectors.toSet()));
        return found.stream()
                .map(remark -> new RemarkBody(
                        remark.id().toString(),
                        remark.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        remark.text(),
                        remark.person().toString(),
                        names.containsKey(remark.person())
                                ? names.get(remark.person()).name()
                                : "",
                        remark.at(),
                        remark.versionNumber(),
                        remark.answers() == null ? null : remark.answers().toString(),
                        remark.open(),
                        remark.resolvedAt()))
                .toList();
    }
}
