package com.videowindow.patina.api.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Says what the server itself refused, such as a path that no application may see, as a problem. */
final class ProblemValve extends ErrorReportValve {

    private final ObjectMapper json;

    ProblemValve(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = status == 400 ? unreadable(failure) : Problem.of(ProblemType.ofStatus(status));
        Correlation.tellUnread(problem);
        try {
            byte[] body = json.writeValueAsBytes(problem);
            response.setStatus(problem.status());
            response.setHeader(Correlation.HEADER, problem.correlationId());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException gone) {
            // Nobody is listening any more.
        }
    }

    /** A path is refused for what it says; it takes a failure to refuse what could not even be read. */
    private static Problem unreadable(@Nullable Throwable failure) {
        return failure == null
                ? Problem.of(ProblemType.BAD_PATH)
                : Problem.of(
                        ProblemType.BAD_REQUEST, "Its first line or its headers are malformed, or longer than 8 KB.");
    }
}
