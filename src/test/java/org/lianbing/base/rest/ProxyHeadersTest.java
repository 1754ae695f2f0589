package org.lianbing.base.rest;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import org.lianbing.base.AddressRange;

import static org.assertj.core.api.Assertions.assertThat;

/** A caller cannot write themselves another address. */
class ProxyHeadersTest {

    private final ProxyHeaders filter = new ProxyHeaders(AddressRange.list("127.0.0.0/8 10.9.0.0/24"));

    @Test
    void whatAStrangerForwardsIsNotRead() throws Exception {
        MockHttpServletRequest request = from("203.0.113.7");
        request.addHeader("X-Forwarded-For", "10.1.1.1");
        request.addHeader("X-Forwarded-Proto", "https");
        assertThat(seen(request).getRemoteAddr()).isEqualTo("203.0.113.7");
        assertThat(seen(request).getScheme()).isEqualTo("http");
    }

    @Test
    void aProxyTellsAddressHostAndScheme() throws Exception {
        MockHttpServletRequest request = from("127.0.0.1");
        request.addHeader("X-Forwarded-For", "203.0.113.7");
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Host", "exam.example");
        assertThat(seen(request).getRemoteAddr()).isEqualTo("203.0.113.7");
        assertThat(seen(request).getRequestURL()).asString().isEqualTo("https://exam.example/api/exams");
    }

    @Test
    void ofSeveralTheLastCountsThatIsNoProxy() throws Exception {
        MockHttpServletRequest request = from("127.0.0.1");
        request.addHeader("X-Forwarded-For", "10.1.1.1, 203.0.113.7, 10.9.0.3");
        assertThat(seen(request).getRemoteAddr()).isEqualTo("203.0.113.7");
    }

    @Test
    void theOtherHeaderIsNotRead() throws Exception {
        MockHttpServletRequest request = from("127.0.0.1");
        request.addHeader("Forwarded", "for=10.1.1.1;host=evil.example");
        request.addHeader("X-Forwarded-For", "203.0.113.7");
        assertThat(seen(request).getRemoteAddr()).isEqualTo("203.0.113.7");
        assertThat(seen(request).getServerName()).isEqualTo("localhost");
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/exams");
        request.setRemoteAddr(address);
        return request;
    }

    private HttpServletRequest seen(MockHttpServletRequest request) throws ServletException, IOException {
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }
}
