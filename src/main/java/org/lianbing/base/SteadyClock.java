package org.lianbing.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of the machine as long as that goes evenly, in whole milliseconds: what the database keeps and what clients see
 * are then equal. A step is not followed. Where somebody or something sets the machine's clock an hour ahead in the middle
 * of an exam, time goes on here as if nothing had happened, until the machine's clock is right again or
 * {@link #follow} is called. A machine that was asleep and wakes up, as a laptop does, was not stepped; one that has just
 * been started is set right by the network, and followed.
 */
public final class SteadyClock extends Clock {

    /** More than a clock that is set right by the network bit by bit is moved between two looks. */
    private static final Duration STEP = Duration.ofMillis(250);

    /** Of the time between two looks; the kernel moves a clock by half of this at most. */
    private static final int DRIFT = 1_000;

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Whatever sets a clock right after a start has done so by then. */
    private static final Duration JUST_STARTED = Duration.ofMinutes(10);

    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final Logger LOG = LoggerFactory.getLogger(SteadyClock.class);

    /**
     * When both were last seen to agree, or when a step was first seen.
     *
     * @param at the time as it is told here
     * @param nanos of the timer that nobody sets
     * @param awake how long the machine has run, sleep included; empty where it does not say
     * @param stepped whether the machine's clock has stepped since
     */
    private record Anchor(Instant at, long nanos, Optional<Duration> awake, boolean stepped) {}

    private final InstantSource machine;
    private final LongSupplier timer;
    private final Supplier<Optional<Duration>> uptime;
    private final AtomicReference<Anchor> anchor;

    /**
     * @param machine the clock that may be set
     * @param timer nanoseconds since any moment, which nobody can set and which may stand still while the machine sleeps
     * @param uptime how long the machine has run, sleep included; empty where it does not say, and every step is then
     *     taken for a sleep
     */
    public SteadyClock(InstantSource machine, LongSupplier timer, Supplier<Optional<Duration>> uptime) {
        this.machine = machine;
        this.timer = timer;
        this.uptime = uptime;
        this.anchor = new AtomicReference<>(anchored(machine.instant(), timer.getAsLong()));
    }

    /** The clock of this machine. */
    public static SteadyClock ofThisMachine() {
        return new SteadyClock(InstantSource.system(), System::nanoTime, SteadyClock::uptime);
    }

    /** A clock that cannot step, such as one for a test. */
    public static SteadyClock of(InstantSource time) {
        return new SteadyClock(time, () -> 0, Optional::empty);
    }

    /** As Linux counts it, sleep included, to a hundredth of a second. */
    private static Optional<Duration> uptime() {
        try {
            String seconds = Files.readString(UPTIME).split(" ", 2)[0];
            return Optional.of(Duration.ofMillis((long) (Double.parseDouble(seconds) * 1_000)));
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public Instant instant() {
        return look().truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far the machine's clock is ahead of the time that is told here, or behind; empty while they agree. */
    public Optional<Duration> step() {
        Instant here = look();
        return last().stepped() ? Optional.of(Duration.between(here, machine.instant())) : Optional.empty();
    }

    /** Takes the machine's clock for right, however far it was set. */
    public void follow() {
        step().ifPresent(step -> {
            LOG.warn("The clock of this machine was set by {}, and is followed now", step);
            anchor.set(anchored(machine.instant(), timer.getAsLong()));
        });
    }

    private Anchor last() {
        return Objects.requireNonNull(anchor.get());
    }

    private Instant look() {
        Anchor last = last();
        long before = timer.getAsLong();
        Instant there = machine.instant();
        long now = timer.getAsLong();
        Duration passed = Duration.ofNanos(now - last.nanos());
        Instant here = last.at().plus(passed);
        Duration apart = Duration.between(here, there).abs();
        // This thread may have been put aside between one look and the other.
        Duration aside = Duration.ofNanos(now - before);
        Duration drift = last.stepped() ? Duration.ZERO : passed.abs().dividedBy(DRIFT);
        if (apart.compareTo(STEP.plus(aside).plus(drift)) <= 0) {
            if (aside.compareTo(STEP) < 0 && (last.stepped() || passed.compareTo(LOOK) > 0)) {
                anchor.compareAndSet(last, anchored(there, now));
            }
            return there;
        }
        if (last.stepped()) {
            return here;
        }
        if (isNoStep(last, there)) {
            anchor.compareAndSet(last, anchored(there, now));
            return there;
        }
        if (anchor.compareAndSet(last, new Anchor(here, now, last.awake(), true))) {
            LOG.error(
                    "The clock of this machine was set by {}; time goes on here as it did",
                    Duration.between(here, there));
        }
        return here;
    }

    /** Whether the machine was there for all the time that its clock says has passed, or has just been started. */
    private boolean isNoStep(Anchor last, Instant there) {
        Optional<Duration> awake = uptime.get();
        if (last.awake().isEmpty() || awake.isEmpty() || awake.get().compareTo(JUST_STARTED) < 0) {
            return true;
        }
        Duration really = awake.get().minus(last.awake().get());
        Duration off = really.minus(Duration.between(last.at(), there)).abs();
        return off.compareTo(STEP.plus(really.dividedBy(DRIFT))) <= 0;
    }

    private Anchor anchored(Instant at, long nanos) {
        return new Anchor(at, nanos, uptime.get(), false);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource here = this::instant;
        return here.withZone(zone);
    }
}
