package org.lianbing.competition;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import org.lianbing.base.Problem;
import org.lianbing.paper.Assembled;

/** Says what there is too little of, once as a sentence and once for programs. */
final class Shortages {

    /** A lack, as the API tells it; without type and point it is that of a point that is not named. */
    record Lack(@Nullable String type, @Nullable String point, int wanted, int there, boolean sealed) {}

    private Shortages() {}

    static Problem problem(List<Assembled.Shortage> shortages) {
        MessageSourceResolvable sentence =
                shortages.stream().map(Shortages::part).reduce(Shortages::and).orElseThrow();
        return Problem.conflict("competition.too-few-items", sentence)
                .with("shortages", shortages.stream().map(Shortages::lack).toList());
    }

    private static Lack lack(Assembled.Shortage shortage) {
        return switch (shortage) {
            case Assembled.Shortage.OfType(var type, var wanted, var there, var sealed) ->
                new Lack(type.code(), null, wanted, there, sealed);
            case Assembled.Shortage.OfPoint(var point, var name) -> new Lack(null, name, 1, 0, false);
            case Assembled.Shortage.OfUntoldPoint() -> new Lack(null, null, 1, 0, true);
        };
    }

    private static MessageSourceResolvable part(Assembled.Shortage shortage) {
        return switch (shortage) {
            case Assembled.Shortage.OfType lack -> type(lack);
            case Assembled.Shortage.OfPoint(var point, var name) -> say("competition.shortage.point", name);
            case Assembled.Shortage.OfUntoldPoint() -> say("competition.shortage.point-untold");
        };
    }

    private static MessageSourceResolvable type(Assembled.Shortage.OfType shortage) {
        return say(
                shortage.sealed() ? "competition.shortage.sealed" : "competition.shortage.bank",
                say("paper.section." + shortage.type().code()),
                shortage.wanted(),
                shortage.there());
    }

    private static MessageSourceResolvable and(MessageSourceResolvable one, MessageSourceResolvable other) {
        return say("competition.shortage.and", one, other);
    }

    private static MessageSourceResolvable say(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {key}, arguments);
    }
}
