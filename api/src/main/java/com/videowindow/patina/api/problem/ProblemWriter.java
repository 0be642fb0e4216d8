package com.videowindow.patina.api.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;

/** Says a problem where no controller is at work: in filters, and for what the server refused. */
public final class ProblemWriter {

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (response.containsHeader(Correlation.HEADER)) {
            Correlation.met(problem);
        } else {
            // No filter saw the request, only its end: TRACE, for one.
            response.setHeader(Correlation.HEADER, problem.correlationId());
            Correlation.tellUnread(problem);
        }
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
