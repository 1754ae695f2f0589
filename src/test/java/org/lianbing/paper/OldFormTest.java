package org.lianbing.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.Behaviour;
import org.lianbing.attempt.scoring.Responses;
import org.lianbing.attempt.scoring.Scoring;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.PartialCredit;
import org.lianbing.base.Ids;
import org.lianbing.testing.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A form as the first release froze it: bare lists of tokens, five shapes of keys, no rules for what is right in part.
 * Papers that were sat must stay readable and score the same for ever: never mend a text here, mend the code.
 */
@IntegrationTest
class OldFormTest {

    /** A slot: type, tokens, authored positions, key, a response as the journal has it, and what it scores of 1. */
    private record Old(String type, String tokens, Integer[] authored, String key, String response, String score) {}

    private static final List<Old> SLOTS = List.of(
            new Old("true-false", "[\"a\", \"b\"]", places(0, 1), "{\"one\": \"a\"}", "\"a\"", "1.00"),
            new Old("single-choice", "[\"c\", \"d\", \"e\"]", places(2, 0, 1), "{\"one\": \"d\"}", "\"e\"", "0.00"),
            new Old(
                    "multiple-choice",
                    "[\"f\", \"g\", \"h\"]",
                    places(1, 2, 0),
                    "{\"several\": [\"f\", \"h\"]}",
                    "[\"h\", \"f\"]",
                    "1.00"),
            new Old(
                    "ordering",
                    "[\"i\", \"j\", \"k\"]",
                    places(2, 1, 0),
                    "{\"order\": [\"k\", \"j\", \"i\"]}",
                    "[\"k\", \"j\", \"i\"]",
                    "1.00"),
            new Old(
                    "numeric",
                    "[]",
                    places(),
                    "{\"unit\": \"kWh\", \"value\": \"2431.75\", \"tolerance\": \"0.5\"}",
                    "\"2432.25\"",
                    "1.00"));

    @Autowired
    Forms forms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Test
    void isReadAndScoredAsItWas() {
        FormId id = FormId.next();
        store(id);
        Form form = forms.get(id);
        assertThat(form.slots())
                .extracting(Slot::type)
                .containsExactly(
                        ItemType.TRUE_FALSE,
                        ItemType.SINGLE_CHOICE,
                        ItemType.MULTIPLE_CHOICE,
                        ItemType.ORDERING,
                        ItemType.NUMERIC);
        assertThat(form.slots()).allSatisfy(slot -> {
            assertThat(slot.part()).isNull();
            assertThat(slot.credit()).isEqualTo(PartialCredit.usual(slot.type()));
            assertThat(slot.variant(0)).isEqualTo(slot);
        });
        assertThat(form.slot(3).tokens()).containsExactly("f", "g", "h");
        assertThat(form.slot(3).key()).isEqualTo(new SlotKey.Several(Set.of("f", "h")));
        assertThat(form.slot(5).tokens()).isEmpty();
        assertThat(form.slot(5).key())
                .isEqualTo(new SlotKey.Value(new BigDecimal("2431.75"), new BigDecimal("0.5"), "kWh"));
        for (int number = 1; number <= SLOTS.size(); number++) {
            Old old = SLOTS.get(number - 1);
            Slot slot = form.slot(number);
            assertThat(Responses.read(slot, json.readTree(old.response())))
                    .as(old.type())
                    .hasValueSatisfying(response -> assertThat(Scoring.score(slot, response, Behaviour.DEFERRED)
                                    .score())
                            .isEqualByComparingTo(old.score()));
        }
        assertThat(forms.feedbacks(id, Set.of(1, 2, 3, 4, 5), Map.of()))
                .as("no version of theirs is left here, and nothing breaks over it")
                .isEmpty();
    }

    /** With the columns of the first release alone. */
    private void store(FormId id) {
        jdbc.sql("""
                        insert into paper.form (id, title, max_score, rendered, etag, frozen_at)
                        values (:id, '第一版的卷', 5, '', 'old', '2026-11-20T01:00:00Z')
                        """).param("id", id.value()).update();
        for (int number = 1; number <= SLOTS.size(); number++) {
            Old old = SLOTS.get(number - 1);
            jdbc.sql("""
                            insert into paper.form_slot (form_id, number, section, item_id, item_version_id, type,
                                                         trade_id, points, max_score, tokens, authored, answer_key)
                            values (:form, :number, 1, :item, :version, :type,
                                    :trade, :points, 1, :tokens::jsonb, :authored, :key::jsonb)
                            """)
                    .param("form", id.value())
                    .param("number", number)
                    .param("item", Ids.next())
                    .param("version", Ids.next())
                    .param("type", old.type())
                    .param("trade", Ids.next())
                    .param("points", new UUID[0])
                    .param("tokens", old.tokens())
                    .param("authored", old.authored())
                    .param("key", old.key())
                    .update();
        }
    }

    private static Integer[] places(Integer... places) {
        return places;
    }
}
