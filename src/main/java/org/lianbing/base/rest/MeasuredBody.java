package org.lianbing.base.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request whose body does not say how long it is: counted while it is read, and refused where it goes too far. */
final class MeasuredBody extends HttpServletRequestWrapper {

    private final BodyAllowance allowance;
    private @Nullable Measured stream;
    private @Nullable BufferedReader reader;
    private long arrived;

    MeasuredBody(HttpServletRequest request, BodyAllowance allowance) {
        super(request);
        this.allowance = allowance;
    }

    boolean isTooLarge() {
        return arrived > allowance.mostBytes();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Measured(super.getInputStream());
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            String told = getCharacterEncoding();
            Charset charset = told == null ? StandardCharsets.UTF_8 : Charset.forName(told);
            reader = new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
        return reader;
    }

    private int counted(int read) {
        arrived += Math.max(read, 0);
        if (isTooLarge()) {
            throw allowance.refusal().get();
        }
        return read;
    }

    private final class Measured extends ServletInputStream {

        private final ServletInputStream body;

        Measured(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return counted(body.read(into, from, length));
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
