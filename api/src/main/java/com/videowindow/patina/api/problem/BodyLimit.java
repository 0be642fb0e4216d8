package com.videowindow.patina.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds every body: by what it says of itself, and by counting where it says nothing. */
@Component
final class BodyLimit extends OncePerRequestFilter {

    private static final Set<String> IMPORTS = Set.of("/api/v1/catalog/import", "/api/v1/imports/people");

    private final ProblemWriter problems;
    private final HttpSettings settings;

    BodyLimit(ProblemWriter problems, HttpSettings settings) {
        this.problems = problems;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = (IMPORTS.contains(request.getRequestURI()) ? settings.maxImport() : settings.maxBody()).toBytes();
        if (request.getContentLengthLong() > most) {
            response.setHeader("Connection", "close"); // rather than reading what nobody wants
            problems.write(response, new TooLarge(most).problem());
            return;
        }
        chain.doFilter(request.getContentLengthLong() >= 0 ? request : new Counted(request, most), response);
    }

    /** The body turned out larger than allowed while it was read. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
        private final long most;

        TooLarge(long most) {
            super("body over " + most + " bytes");
            this.most = most;
        }

        Problem problem() {
            return Problem.of(ProblemType.BODY_TOO_LARGE, "At most " + most + " bytes are taken.");
        }
    }

    private static final class Counted extends HttpServletRequestWrapper {
        private final long most;

        Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), most);
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream in;
        private final long most;
        private long seen;

        CountedStream(ServletInputStream in, long most) {
            this.in = in;
            this.most = most;
        }

        private int count(int bytes) throws TooLarge {
            seen += Math.max(0, bytes);
            if (seen > most) {
                throw new TooLarge(most);
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return count(in.read(into, from, length));
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
