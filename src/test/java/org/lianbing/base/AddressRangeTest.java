package org.lianbing.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which addresses are in which range. */
class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.20.255.255, true",
        "10.20.0.0/16, 10.21.0.0, false",
        "10.20.30.40, 10.20.30.40, true",
        "10.20.30.40, 10.20.30.41, false",
        "10.20.30.128/25, 10.20.30.127, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, fd00::1, false",
        "fd00:12::/32, fd00:12:ffff::1, true",
        "fd00:12::/32, fd00:13::1, false",
        "fe80::/10, fe80::1%eth0, true",
        "::1, 0:0:0:0:0:0:0:1, true",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.0.0.0/8, unknown, false",
        "10.0.0.0/8, example.org, false"
    })
    void anAddressIsInARangeOrNot(String range, String address, boolean in) {
        assertThat(AddressRange.of(range).contains(address)).isEqualTo(in);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0", "10.0.0.0/33", "10.0.0.256", "example.org", "fd00::/129", "10.0.0.0/8/8", "beef"})
    void whatIsNoRangeIsSaidToBeNone(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> AddressRange.of(text))
                .matches(problem -> problem.code().equals("base.address-range"));
    }

    @Test
    void aListIsReadWhateverStandsBetween() {
        assertThat(AddressRange.list(" 10.0.0.0/8，10.0.0.0/8; fd00::/8、\n192.168.1.2 "))
                .extracting(AddressRange::toString)
                .containsExactly("10.0.0.0/8", "fd00::/8", "192.168.1.2");
        assertThat(AddressRange.list("  ")).isEmpty();
    }
}
