package org.lianbing.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ClipTypeTest {

    static Stream<Arguments> known() {
        return Stream.of(
                arguments(ClipType.MP3, TestClips.mp3(1)),
                arguments(ClipType.MP3, TestClips.taggedMp3()),
                arguments(ClipType.AAC, TestClips.aac()),
                arguments(ClipType.M4A, TestClips.mp4("M4A ", 10, "mp4a")),
                arguments(ClipType.OGG, TestClips.ogg("OpusHead")),
                arguments(ClipType.OGG, TestClips.ogg("\u0001vorbis")),
                arguments(ClipType.WAV, TestClips.wav(1)),
                arguments(ClipType.MP4, TestClips.film(10)),
                arguments(ClipType.MP4, TestClips.mp4("mp42", 10, "avc3")),
                arguments(ClipType.WEBM, TestClips.webm("V_VP9")));
    }

    @ParameterizedTest
    @MethodSource("known")
    void itIsKnownByWhatIsInIt(ClipType type, byte[] bytes) {
        assertThat(ClipType.of(bytes)).contains(type);
    }

    static Stream<byte[]> others() {
        byte[] page = Arrays.copyOf("<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), 200);
        byte[] program = Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90}, 200);
        byte[] oneFrame = Arrays.copyOf(TestClips.mp3(1), 600);
        Arrays.fill(oneFrame, 417, 600, (byte) 'x');
        return Stream.of(
                new byte[0],
                new byte[100],
                page,
                program,
                oneFrame,
                TestClips.mp4("isom", 10, "hvc1", "mp4a"),
                TestClips.mp4("qt  ", 10, "avc1"),
                TestClips.mp4("isom", 10),
                TestClips.ogg("\u0080theora"),
                TestClips.wav(0x55),
                TestClips.webm("A_OPUS"),
                Arrays.copyOf(TestClips.film(10), 40));
    }

    @ParameterizedTest
    @MethodSource("others")
    void anythingElseIsNone(byte[] bytes) {
        assertThat(ClipType.of(bytes)).isEmpty();
    }

    @Test
    void brokenFilesEndInTime() {
        byte[] film = TestClips.film(100);
        for (int cut = 0; cut < film.length; cut++) {
            ClipType.of(Arrays.copyOf(film, cut));
            byte[] bent = film.clone();
            bent[cut] = (byte) 0xff;
            ClipType.of(bent);
        }
        for (int cut = 0; cut < 64; cut++) {
            byte[] bent = TestClips.taggedMp3();
            bent[cut] = (byte) 0xff;
            ClipType.of(bent);
        }
    }
}
