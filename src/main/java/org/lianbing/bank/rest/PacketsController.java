package org.lianbing.bank.rest;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.lianbing.bank.ItemId;
import org.lianbing.bank.review.Deal;
import org.lianbing.bank.review.Packet;
import org.lianbing.bank.review.PacketId;
import org.lianbing.bank.review.Packets;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.trade.Trades;

/** Items in review dealt to reviewers. */
@RestController
@RequestMapping("/api/review/packets")
@PreAuthorize("hasAnyRole('TRAINER', 'REVIEWER')")
@Tag(name = "review")
class PacketsController {

    /** Items to deal evenly among reviewers. */
    record DealRequest(
            String trade,
            @Nullable String title,
            List<String> items,
            List<String> reviewers,
            @Nullable LocalDate dueOn) {}

    record PacketBody(
            String id,
            String trade,
            String title,
            String reviewer,
            LocalDate dueOn,
            int items,
            int done,
            boolean overdue) {}

    /** The packets made, and the items that nobody could be given. */
    record DealtBody(List<PacketBody> packets, List<String> left) {}

    record DueRequest(@Nullable LocalDate dueOn) {}

    record BackBody(List<String> items) {}

    private final Packets packets;
    private final Trades trades;
    private final CurrentActor actors;

    PacketsController(Packets packets, Trades trades, CurrentActor actors) {
        this.packets = packets;
        this.trades = trades;
        this.actors = actors;
    }

    /** Those with something to do first, by their last day. */
    @GetMapping
    List<PacketBody> all() {
        return packets.all(actors.require()).stream().map(this::body).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DealtBody deal(@RequestBody DealRequest request) {
        Deal.Dealt dealt = packets.deal(
                actors.require(),
                new Deal(
                        ReviewController.trade(trades, request.trade()).id(),
                        request.title() == null ? "" : request.title(),
                        request.items().stream().map(ItemId::of).toList(),
                        request.reviewers().stream().map(PersonId::of).toList(),
                        day(request.dueOn())));
        return new DealtBody(
                dealt.packets().stream().map(this::body).toList(),
                dealt.left().stream().map(ItemId::toString).toList());
    }

    /** Sets another last day. */
    @PutMapping("/{id}/due")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void due(@PathVariable String id, @RequestBody DueRequest request) {
        packets.due(actors.require(), PacketId.of(id), day(request.dueOn()));
    }

    /** Takes back what is not decided; answers which items that were. */
    @DeleteMapping("/{id}")
    BackBody takeBack(@PathVariable String id) {
        return new BackBody(packets.takeBack(actors.require(), PacketId.of(id)).stream()
                .map(ItemId::toString)
                .toList());
    }

    private static LocalDate day(@Nullable LocalDate day) {
        if (day == null) {
            throw Problem.invalid("bank.packet.past").with("field", "dueOn");
        }
        return day;
    }

    private PacketBody body(Packet packet) {
        return new PacketBody(
                packet.id().toString(),
                trades.get(packet.trade()).code(),
                packet.title(),
                packet.reviewer().toString(),
                packet.dueOn(),
                packet.items(),
                packet.done(),
                packet.overdue(packets.today()));
    }
}
