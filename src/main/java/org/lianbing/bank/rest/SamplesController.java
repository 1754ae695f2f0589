package org.lianbing.bank.rest;

import java.util.List;
import java.util.Locale;

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

import org.lianbing.bank.exchange.ImportId;
import org.lianbing.bank.review.Sample;
import org.lianbing.bank.review.SampleId;
import org.lianbing.bank.review.Sampling;
import org.lianbing.base.CurrentActor;
import org.lianbing.trade.Trades;

/** Batches of open practice items that a sample speaks for. */
@RestController
@PreAuthorize("hasRole('REVIEWER')")
@Tag(name = "review")
class SamplesController {

    /** How much of a batch is to be reviewed, in percent. */
    record ShareBody(int share) {}

    record BatchBody(
            String importId,
            String fileName,
            String trade,
            int waiting,
            @Nullable String sample) {}

    record DrawRequest(String trade) {}

    record MemberBody(String item, String code, boolean drawn, String standing) {}

    record SampleBody(
            String id,
            String importId,
            String trade,
            int share,
            long seed,
            boolean objected,
            boolean passed,
            boolean published,
            List<MemberBody> items) {}

    record PublishedBody(int published) {}

    private final Sampling sampling;
    private final Trades trades;
    private final CurrentActor actors;

    SamplesController(Sampling sampling, Trades trades, CurrentActor actors) {
        this.sampling = sampling;
        this.trades = trades;
        this.actors = actors;
    }

    @GetMapping("/api/trades/{trade}/review-share")
    ShareBody share(@PathVariable String trade) {
        return new ShareBody(sampling.share(
                actors.require(), ReviewController.trade(trades, trade).id()));
    }

    @PutMapping("/api/trades/{trade}/review-share")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setShare(@PathVariable String trade, @RequestBody ShareBody request) {
        sampling.setShare(
                actors.require(), ReviewController.trade(trades, trade).id(), request.share());
    }

    @GetMapping("/api/review/batches")
    List<BatchBody> batches() {
        return sampling.batches(actors.require()).stream()
                .map(batch -> new BatchBody(
                        batch.imported().toString(),
                        batch.fileName(),
                        trades.get(batch.trade()).code(),
                        batch.waiting(),
                        batch.sample() == null ? null : batch.sample().toString()))
                .toList();
    }

    /** Draws a sample of what waits of an import. */
    @PostMapping("/api/imports/{id}/sample")
    @ResponseStatus(HttpStatus.CREATED)
    SampleBody draw(@PathVariable String id, @RequestBody DrawRequest request) {
        return body(sampling.draw(
                actors.require(),
                ImportId.of(id),
                ReviewController.trade(trades, request.trade()).id()));
    }

    @GetMapping("/api/review/samples/{id}")
    SampleBody get(@PathVariable String id) {
        return body(sampling.get(actors.require(), SampleId.of(id)));
    }

    /** Publishes the rest of the batch, once all that was drawn was published without objection. */
    @PostMapping("/api/review/samples/{id}/publication")
    PublishedBody publishRest(@PathVariable String id) {
        return new PublishedBody(sampling.publishRest(actors.require(), SampleId.of(id)));
    }

    private SampleBody body(Sample sample) {
        return new SampleBody(
                sample.id().toString(),
                sample.imported().toString(),
                trades.get(sample.trade()).code(),
                sample.share(),
                sample.seed(),
                sample.objected(),
                sample.passed(),
                sample.publishedAt() != null,
                sample.members().stream()
                        .map(member -> new MemberBody(
                                member.item().toString(),
                                member.code(),
                                member.drawn(),
                                member.standing().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
