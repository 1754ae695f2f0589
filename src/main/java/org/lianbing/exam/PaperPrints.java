package org.lianbing.exam;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

import org.lianbing.account.People;
import org.lianbing.account.PersonName;
import org.lianbing.base.Actor;
import org.lianbing.base.AuditLog;
import org.lianbing.base.Level;
import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.base.UnitId;
import org.lianbing.exam.store.CandidateTable;
import org.lianbing.exam.store.PaperTable;
import org.lianbing.organization.Unit;
import org.lianbing.organization.Units;
import org.lianbing.paper.FormId;
import org.lianbing.paper.PaperForms;
import org.lianbing.paper.print.AnswerSheet;
import org.lianbing.paper.print.KeyDocument;
import org.lianbing.paper.print.Letters;
import org.lianbing.paper.print.PaperDocument;
import org.lianbing.paper.print.PaperFacts;
import org.lianbing.paper.print.SheetDocument;
import org.lianbing.trade.Trades;

/** Exams on paper. Whoever prints is named at the foot of every page and in the log. */
@Service
public class PaperPrints {

    /** More in one go would make the browser slow; a hall is printed in portions anyway. */
    public static final int MOST_SHEETS = 200;

    private static final int SECONDS_OF_A_MINUTE = 60;
    private static final int HUNDRED = 100;
    private static final int HUNDREDS = 99;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final PrintAccess access;
    private final SealedItems sealed;
    private final CandidateTable candidates;
    private final PaperTable papers;
    private final PaperForms forms;
    private final PaperDocument paperDocument;
    private final SheetDocument sheetDocument;
    private final KeyDocument keyDocument;
    private final People people;
    private final Units units;
    private final Trades trades;
    private final MessageSource texts;
    private final AuditLog audit;
    private final ZoneId zone;

    PaperPrints(
            PrintAccess access,
            SealedItems sealed,
            CandidateTable candidates,
            PaperTable papers,
            PaperForms forms,
            PaperDocument paperDocument,
            SheetDocument sheetDocument,
            KeyDocument keyDocument,
            People people,
            Units units,
            Trades trades,
            MessageSource texts,
            AuditLog audit,
            ZoneId zone) {
        this.access = access;
        this.sealed = sealed;
        this.candidates = candidates;
        this.papers = papers;
        this.forms = forms;
        this.paperDocument = paperDocument;
        this.sheetDocument = sheetDocument;
        this.keyDocument = keyDocument;
        this.people = people;
        this.units = units;
        this.trades = trades;
        this.texts = texts;
        this.audit = audit;
        this.zone = zone;
    }

    /** What the actor may print. */
    public PrintOffer offer(Actor actor, ExamId id, Instant now) {
        PrintAccess.Open open = access.get(actor, id, now);
        return new PrintOffer(
                open.exam().draft().title(),
                open.forms().size(),
                candidates.count(id).roster(),
                open.sheets(),
                open.items(),
                open.keys());
    }

    /**
     * A form as a page of HTML for A4.
     *
     * @param number which form, from 1
     */
    public String paper(Actor actor, ExamId id, int number, PrintWish wish, Instant now) {
        PrintAccess.Open open = access.forItems(actor, id, now);
        FormId form = form(open, number);
        PaperFacts facts = facts(actor, open, number, wish, now);
        sealed.looked(actor, open.exam());
        audit.record(actor, "exam.paper-printed", "exam", id.value(), detail(facts));
        return paperDocument.write(forms.of(form), facts, wish.language());
    }

    /**
     * The keys of a form, with the name of who prints them on every page.
     *
     * @throws Problem conflict, while somebody is at work
     */
    public String keys(Actor actor, ExamId id, int number, Locale language, Instant now) {
        PrintAccess.Open open = access.forKeys(actor, id, now);
        FormId form = form(open, number);
        PaperFacts facts = facts(actor, open, number, PrintWish.usual(language), now);
        sealed.looked(actor, open.exam());
        audit.record(actor, "exam.keys-printed", "exam", id.value(), detail(facts));
        return keyDocument.write(
                forms.of(form),
                forms.keys(form, open.forms()),
                facts,
                text("exam.print.watermark", language, actor.name(), moment(now)),
                language);
    }

    /**
     * Answer sheets of the seats from the first to the last, each for the form that its seat has, and behind them spare
     * ones of one form.
     *
     * @param spare how many without a name
     * @param spareForm of which form these are, from 1
     */
    public String sheets(
            Actor actor, ExamId id, int first, int last, int spare, int spareForm, Locale language, Instant now) {
        PrintAccess.Open open = access.forSheets(actor, id, now);
        if (first > last && spare == 0
                || spare < 0
                || spare > HUNDRED
                || spare + Math.max(0, last - first + 1) > MOST_SHEETS) {
            throw Problem.invalid("exam.print.range", MOST_SHEETS).with("field", "to");
        }
        List<CandidateTable.Candidate> roster = candidates.between(id, first, last);
        Naming naming = naming(id, open, roster);
        List<Named> named = Stream.concat(roster.stream().map(naming::sheet), spares(id, open, spareForm, spare, now))
                .toList();
        PrintWish wish = PrintWish.usual(language);
        Map<Integer, SheetDocument.Fields> fields = new HashMap<>();
        List<SheetDocument.Leaves> leaves = named.stream()
                .map(one -> new SheetDocument.Leaves(
                        fields.computeIfAbsent(
                                one.form(),
                                number -> sheetDocument.fields(
                                        forms.of(form(open, number)), facts(actor, open, number, wish, now), language)),
                        one.sheet()))
                .toList();
        audit.record(
                actor,
                "exam.sheets-printed",
                "exam",
                id.value(),
                open.exam().draft().title() + " · " + first + "–" + last + (spare > 0 ? " + " + spare : ""));
        return sheetDocument.write(leaves, open.exam().draft().title(), trace(actor, language, now), language);
    }

    /** Whose a scanned sheet is. */
    public SheetOwner owner(Actor actor, ExamId id, String code, Instant now) {
        PrintAccess.Open open = access.forSheets(actor, id, now);
        SheetCode read = SheetCode.parse(code);
        if (!read.isOf(id) || read.form() < 1 || read.form() > open.forms().size()) {
            throw Problem.notFound("exam.print.code-elsewhere");
        }
        FormId form = form(open, read.form());
        if (read.isSpare()) {
            return new SheetOwner(read.form(), form, null, null, "");
        }
        CandidateTable.Candidate candidate = candidates.between(id, read.number(), read.number()).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("exam.print.code-elsewhere"));
        PersonName name = people.names(List.of(candidate.person())).get(candidate.person());
        return new SheetOwner(read.form(), form, read.number(), candidate.person(), name == null ? "" : name.name());
    }

    /** Without names; each minute has another hundred numbers, so that two prints do not have the same ones. */
    private static Stream<Named> spares(ExamId id, PrintAccess.Open open, int form, int count, Instant now) {
        if (count == 0) {
            return Stream.empty();
        }
        form(open, form);
        int from = (int) (now.getEpochSecond() / SECONDS_OF_A_MINUTE % HUNDREDS) * HUNDRED;
        return IntStream.rangeClosed(from + 1, from + count)
                .mapToObj(number -> new Named(
                        form, new AnswerSheet(SheetCode.spare(id, form, number).toString(), null, "", "")));
    }

    /** A sheet and the form it is for. */
    private record Named(int form, AnswerSheet sheet) {}

    /** The names that go onto sheets. */
    private record Naming(ExamId exam, int forms, Map<PersonId, PersonName> names, Map<UnitId, Unit> units) {

        Named sheet(CandidateTable.Candidate one) {
            @Nullable PersonName name = names.get(one.person());
            @Nullable Unit unit = name == null ? null : units.get(name.unit());
            int form = PaperTable.Deal.number(one.seat(), forms);
            return new Named(
                    form,
                    new AnswerSheet(
                            SheetCode.of(exam, form, one.seat()).toString(),
                            one.seat(),
                            name == null ? "" : name.name(),
                            unit == null ? "" : unit.name()));
        }
    }

    private Naming naming(ExamId id, PrintAccess.Open open, List<CandidateTable.Candidate> roster) {
        Map<PersonId, PersonName> names = people.names(
                roster.stream().map(CandidateTable.Candidate::person).toList());
        return new Naming(
                id,
                open.forms().size(),
                names,
                units.find(names.values().stream().map(PersonName::unit).collect(Collectors.toSet())));
    }

    private static FormId form(PrintAccess.Open open, int number) {
        if (number < 1 || number > open.forms().size()) {
            throw Problem.notFound("exam.print.form", open.forms().size());
        }
        return open.forms().get(number - 1);
    }

    private PaperFacts facts(Actor actor, PrintAccess.Open open, int number, PrintWish wish, Instant now) {
        ExamDraft draft = open.exam().draft();
        String trade = trades.get(draft.trade()).name(wish.language());
        Level level = draft.level();
        return new PaperFacts(
                draft.title(),
                level == null
                        ? trade
                        : trade + " " + texts.getMessage("base.level." + level.code(), null, wish.language()),
                Letters.form(number, open.forms().size()),
                draft.window().duration().toMinutes(),
                wish.notes(),
                wish.onSheet(),
                draft.aids(),
                trace(actor, wish.language(), now));
    }

    private static String detail(PaperFacts facts) {
        return facts.form().isEmpty() ? facts.exam() : facts.exam() + " · " + facts.form();
    }

    private String trace(Actor actor, Locale language, Instant now) {
        return text("exam.print.trace", language, actor.name(), moment(now));
    }

    private String text(String key, Locale language, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }

    private String moment(Instant now) {
        return MOMENT.format(now.atZone(zone));
    }
}
