package org.lianbing.notice.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.Notice;
import org.lianbing.notice.NoticeId;
import org.lianbing.notice.NoticeSentences;

/** The messages of whoever is signed in. */
@RestController
@RequestMapping("/api/notices")
@PreAuthorize("isAuthenticated()")
@Tag(name = "notices", description = "Messages to the person who is signed in")
class NoticesController {

    private static final int PAGE = 20;

    private final Inbox inbox;
    private final NoticeSentences sentences;
    private final CurrentActor current;

    NoticesController(Inbox inbox, NoticeSentences sentences, CurrentActor current) {
        this.inbox = inbox;
        this.sentences = sentences;
        this.current = current;
    }

    /**
     * @param code the machine-readable name of what happened
     * @param text the sentence in the caller's language
     * @param words what somebody wrote; may be empty
     * @param link where it leads, from the root of the site
     */
    record NoticeBody(
            String id,
            String code,
            String text,
            String words,
            String link,
            Instant at,
            @Nullable Instant readAt) {}

    record NoticesBody(int unread, long total, List<NoticeBody> notices) {}

    @GetMapping
    @Operation(summary = "Own messages, the newest first, 20 a page")
    NoticesBody list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int page,
            Locale language) {
        Actor actor = current.require();
        Paged<Notice> found = inbox.of(actor, unread, PageOf.number(page, PAGE));
        return new NoticesBody(
                inbox.unread(actor),
                found.total(),
                found.rows().stream().map(notice -> body(notice, language)).toList());
    }

    @PostMapping("/{notice}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark one as read")
    void read(@PathVariable String notice) {
        inbox.read(current.require(), NoticeId.of(notice));
    }

    @PostMapping("/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark all as read")
    void readAll() {
        inbox.readAll(current.require());
    }

    private NoticeBody body(Notice notice, Locale language) {
        return new NoticeBody(
                notice.id().toString(),
                notice.code(),
                sentences.of(notice, language),
                notice.words(),
                "/" + notice.link(),
                notice.at(),
                notice.readAt());
    }
}
