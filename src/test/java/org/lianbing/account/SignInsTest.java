package org.lianbing.account;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.base.PersonId;
import org.lianbing.base.Problem;
import org.lianbing.testing.IntegrationTest;
import org.lianbing.testing.TestCity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class SignInsTest {

    @Autowired
    TestCity city;

    @Autowired
    SignIns signIns;

    @Test
    void strangersWhoGuessAreSlowedButTheKnownDeviceIsNot() {
        PersonId person = city.person(city.enterprise());
        String username = city.enable(person);
        Doorway own = new Doorway("10.0.0.7", "device-of-" + username);
        signIns.signIn(username, TestCity.PASSWORD, own);

        for (int guess = 0; guess < 200; guess++) {
            refusedOrThrottled(username, new Doorway("203.0.113." + (guess % 20), null));
        }

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> signIns.signIn(username, TestCity.PASSWORD, new Doorway("203.0.113.99", null)))
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.THROTTLED);
                    assertThat(problem.properties()).containsKey("retryAfter");
                });
        assertThat(signIns.signIn(username, TestCity.PASSWORD, own).person()).isEqualTo(person);
        assertThat(signIns.signIn(username, TestCity.PASSWORD, new Doorway("198.51.100.1", own.device()))
                        .person())
                .as("the device is known, whatever its address")
                .isEqualTo(person);
    }

    @Test
    void aDeviceThatNobodyKnowsGivesNoAllowanceOfItsOwn() {
        String username = city.enable(city.person(city.enterprise()));
        for (int guess = 0; guess < 10; guess++) {
            refusedOrThrottled(username, new Doorway("192.0.2.1", "made-up-" + guess));
        }
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(
                        () -> signIns.signIn(username, TestCity.PASSWORD, new Doorway("192.0.2.1", "made-up-again")))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.THROTTLED));
    }

    @Test
    void rightPasswordsCostNothing() {
        String username = city.enable(city.person(city.enterprise()));
        for (int time = 0; time < 15; time++) {
            signIns.signIn(username, TestCity.PASSWORD, new Doorway("192.0.2.2", null));
        }
    }

    @Test
    void whoDoesNotExistIsThrottledAlike() {
        String nobody = "nobody" + city.number();
        for (int guess = 0; guess < 10; guess++) {
            refusedOrThrottled(nobody, new Doorway("192.0.2.3", null));
        }
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> signIns.signIn(nobody, "some-password", new Doorway("192.0.2.3", null)))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.THROTTLED));
    }

    private void refusedOrThrottled(String username, Doorway doorway) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> signIns.signIn(username, "wrong-password", doorway))
                .satisfies(problem -> assertThat(problem.kind()).isIn(Problem.Kind.SIGN_IN, Problem.Kind.THROTTLED));
    }
}
