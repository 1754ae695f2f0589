package org.lianbing.practice;

import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

import org.lianbing.attempt.Attempts;
import org.lianbing.attempt.Started;
import org.lianbing.paper.Form;
import org.lianbing.paper.Forms;
import org.lianbing.paper.Slot;
import org.lianbing.testing.Knowing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Sits a drill over the API as a player would, knowing the keys. */
final class Sitter {

    private final MockMvc mvc;
    private final Form form;
    private final Started started;
    private final JsonMapper json = new JsonMapper();
    private int sequence;

    Sitter(MockMvc mvc, Attempts attempts, Forms forms, Started started) {
        this.mvc = mvc;
        this.started = started;
        this.form = forms.get(attempts.get(started.attemptId()).form());
    }

    List<Slot> slots() {
        return form.slots();
    }

    Sitter answer(int slot, boolean right) throws Exception {
        Object value = right ? Knowing.right(form.slot(slot)) : Knowing.wrong(form.slot(slot));
        mvc.perform(post("/api/attempts/{id}/slots/{slot}/check", started.attemptId(), slot)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + started.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(new Sent(++sequence, value))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.correct").value(right));
        return this;
    }

    Sitter handIn() throws Exception {
        mvc.perform(post("/api/attempts/{id}/submission", started.attemptId())
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + started.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isOk());
        return this;
    }

    private record Sent(int sequence, Object value) {}
}
