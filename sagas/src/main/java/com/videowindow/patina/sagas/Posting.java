package com.videowindow.patina.sagas;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Tells others something in JSON. No redirect is followed: what is said is for one address. The time is that of the whole
 * answer: that of a request ends with the headers, and one who never ends would keep all others from being told.
 */
@Component
public final class Posting {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_OK = 300;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final Duration patience;

    @Autowired
    Posting() {
        this(PATIENCE);
    }

    Posting(Duration patience) {
        this.patience = patience;
    }

    /** Whether they took it. */
    public boolean tell(URI address, Map<String, String> headers, String body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
        try {
            int status = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return status >= OK && status < NOT_OK;
        } catch (ExecutionException | TimeoutException away) {
            answer.cancel(true);
            return false;
        }
    }
}
