package org.lianbing.practice;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.lianbing.attempt.AttemptId;
import org.lianbing.attempt.AttemptRequest;
import org.lianbing.attempt.AttemptState;
import org.lianbing.attempt.AttemptSummary;
import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Behaviour;
import org.lianbing.attempt.Purpose;
import org.lianbing.attempt.Started;
import org.lianbing.bank.PoolItem;
import org.lianbing.base.Actor;
import org.lianbing.base.Problem;
import org.lianbing.paper.DraftSlot;
import org.lianbing.paper.FormId;
import org.lianbing.paper.Forms;
import org.lianbing.practice.store.DrillTable;
import org.lianbing.practice.store.MetTable;

/** Drills: draws items for a person, starts the attempt, and finds the drills they have done. */
@Service
public class Drills {

    /** The kind of purpose under which attempts of drills are kept. */
    public static final String PURPOSE = "practice";

    private static final String RETURN_URL = "/practice";

    private final DrillItems items;
    private final DrillTitles titles;
    private final DrillTable drills;
    private final MetTable met;
    private final Forms forms;
    private final Attempts attempts;
    private final Clock clock;

    Drills(
            DrillItems items,
            DrillTitles titles,
            DrillTable drills,
            MetTable met,
            Forms forms,
            Attempts attempts,
            Clock clock) {
        this.items = items;
        this.titles = titles;
        this.drills = drills;
        this.met = met;
        this.forms = forms;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Draws a drill and starts it: feedback at once, no deadline.
     *
     * @param device a random name that the client keeps; empty for none
     * @param language in which the drill is titled
     * @throws Problem conflict {@code practice.nothing}, where there is no item to practise
     */
    @Transactional
    public Started start(Actor actor, DrillRequest request, String device, Locale language) {
        Instant now = clock.instant();
        List<PoolItem> drawn = items.draw(actor.person(), request);
        if (drawn.isEmpty()) {
            throw Problem.conflict("practice.nothing");
        }
        String title = titles.of(request, drawn.size(), language);
        FormId form = forms.freezeForPractice(
                title,
                drawn.stream()
                        .map(item -> new DraftSlot(item.version(), item.type(), BigDecimal.ONE))
                        .toList(),
                now);
        DrillId id = DrillId.next();
        Started started = attempts.start(attempt(actor, form, id, title), device, now);
        drills.insert(drill(actor, request, id, drawn.size(), started.attemptId(), now));
        met.drawn(actor.person(), drawn.stream().map(PoolItem::item).toList(), now);
        return started;
    }

    /** Goes on with a drill of one's own that is not handed in. */
    @Transactional
    public Started resume(Actor actor, AttemptId id, String device) {
        AttemptSummary summary = own(actor, id);
        if (summary.state() != AttemptState.STARTED) {
            throw Problem.conflict("practice.over");
        }
        return attempts.start(
                attempt(actor, summary.form(), new DrillId(summary.purpose().id()), summary.title()),
                device,
                clock.instant());
    }

    /** The last drills of the actor, newest first. */
    public List<AttemptSummary> latest(Actor actor, int limit) {
        return attempts.latest(actor.person(), PURPOSE, limit);
    }

    /** Those of these drills whose scores would tell something about an item that is secret for an exam now. */
    public Set<AttemptId> keptBack(Collection<AttemptSummary> among) {
        Set<FormId> held =
                forms.keepingBack(among.stream().map(AttemptSummary::form).toList());
        return among.stream()
                .filter(summary -> held.contains(summary.form()))
                .map(AttemptSummary::id)
                .collect(Collectors.toSet());
    }

    /** The trade and the level that the actor practised last. */
    public Optional<Drill> last(Actor actor) {
        return drills.last(actor.person());
    }

    /** What the actor has answered since the day began. */
    public Today today(Actor actor) {
        return items.today(actor.person(), clock.instant());
    }

    private AttemptSummary own(Actor actor, AttemptId id) {
        return Optional.of(attempts.get(id))
                .filter(summary -> summary.person().equals(actor.person()))
                .filter(summary -> summary.purpose().kind().equals(PURPOSE))
                .orElseThrow(() -> Problem.notFound("base.not-found"));
    }

    private static AttemptRequest attempt(Actor actor, FormId form, DrillId drill, String title) {
        return new AttemptRequest(
                form,
                actor.person(),
                new Purpose(PURPOSE, drill.value()),
                Behaviour.IMMEDIATE,
                title,
                "",
                null,
                Duration.ZERO,
                true,
                RETURN_URL);
    }

    private static Drill drill(
            Actor actor, DrillRequest request, DrillId id, int count, AttemptId attempt, Instant now) {
        return switch (request) {
            case DrillRequest.Fresh fresh ->
                new Drill(id, actor.person(), fresh.trade(), fresh.level(), DrillSource.NEW, count, attempt, now);
            case DrillRequest.Mistakes mistakes ->
                new Drill(id, actor.person(), mistakes.trade(), null, DrillSource.MISTAKES, count, attempt, now);
            case DrillRequest.OnPoints points ->
                new Drill(id, actor.person(), null, null, DrillSource.POINTS, count, attempt, now);
            case DrillRequest.MissedIn missed ->
                new Drill(id, actor.person(), null, null, DrillSource.MISSED, count, attempt, now);
        };
    }
}
