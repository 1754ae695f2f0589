package org.lianbing.media;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

import org.lianbing.base.Problem;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class ClipsTest {

    @Autowired
    Media media;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCity city;

    private byte[] film;
    private MediaId id;
    private String address;
    private MockHttpSession session;

    @BeforeEach
    void store() throws Exception {
        film = TestClips.film(1_300_000);
        id = media.take(film);
        address = media.about(id).orElseThrow().address();
        session = (MockHttpSession) Objects.requireNonNull(mvc.perform(post("/login")
                        .param("username", city.enable(city.person(city.enterprise())))
                        .param("password", TestCity.PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getRequest()
                .getSession());
    }

    @Test
    void aFilmIsStoredOnceAndReadInStretches() throws IOException {
        assertThat(media.take(film.clone())).isEqualTo(id);
        assertThat(media.about(id).orElseThrow()).isEqualTo(new StoredMedia(id, "video/mp4", film.length));
        assertThat(media.read(id, 0, film.length).readAllBytes()).isEqualTo(film);
        assertThat(media.read(id, 700_000, 500).readAllBytes()).isEqualTo(Arrays.copyOfRange(film, 700_000, 700_500));
        assertThat(address).isEqualTo("/media/" + id.hash() + ".mp4");
    }

    @Test
    void whatIsTooLargeOrOfAnotherKindIsRefusedWithASentence() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> media.take(TestClips.film(ClipType.MOST)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("media.clip-too-large"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> media.take("MZ no film".repeat(20).getBytes()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("media.kind"));
        byte[] drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".getBytes();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> media.take(drawing))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("media.svg"));
    }

    @Test
    void theWholeIsAnsweredWithItsTypeAndNothingIsGuessed() throws Exception {
        mvc.perform(get(address).session(session))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "video/mp4"))
                .andExpect(header().string(HttpHeaders.ACCEPT_RANGES, "bytes"))
                .andExpect(header().longValue(HttpHeaders.CONTENT_LENGTH, film.length))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "max-age=31536000, private, immutable"))
                .andExpect(content().bytes(film));
        mvc.perform(head(address).session(session))
                .andExpect(status().isOk())
                .andExpect(header().longValue(HttpHeaders.CONTENT_LENGTH, film.length));
        mvc.perform(get(address).session(session).header(HttpHeaders.IF_NONE_MATCH, '"' + id.hash() + '"'))
                .andExpect(status().isNotModified());
    }

    @Test
    void aRangeIsAnsweredWithThatStretch() throws Exception {
        int size = film.length;
        range("bytes=100-199", 100, 199);
        range("bytes=0-", 0, size - 1);
        range("bytes=-50", size - 50, size - 1);
        range("bytes=" + (size - 1) + "-" + (size + 1000), size - 1, size - 1);
        for (String none : new String[] {"bytes=" + size + "-", "bytes=9-5", "lines=1-2"}) {
            mvc.perform(get(address).session(session).header(HttpHeaders.RANGE, none))
                    .andExpect(status().isRequestedRangeNotSatisfiable())
                    .andExpect(header().string(HttpHeaders.CONTENT_RANGE, "bytes */" + size));
        }
        mvc.perform(get(address)
                        .session(session)
                        .header(HttpHeaders.RANGE, "bytes=0-9")
                        .header(HttpHeaders.IF_RANGE, "\"other\""))
                .andExpect(status().isOk());
    }

    private void range(String asked, int from, int to) throws Exception {
        mvc.perform(get(address).session(session).header(HttpHeaders.RANGE, asked))
                .andExpect(status().isPartialContent())
                .andExpect(header().string(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + film.length))
                .andExpect(header().longValue(HttpHeaders.CONTENT_LENGTH, to - from + 1))
                .andExpect(content().bytes(Arrays.copyOfRange(film, from, to + 1)));
    }

    @Test
    void strangersGetNothing() throws Exception {
        mvc.perform(get(address)).andExpect(status().is3xxRedirection());
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        mvc.perform(get("/media/" + "0".repeat(64) + ".mp4").session(session)).andExpect(status().isNotFound());
        mvc.perform(get("/media/none").session(session)).andExpect(status().isNotFound());
    }
}
